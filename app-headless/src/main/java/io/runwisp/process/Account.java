package io.runwisp.process;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Who a process belongs to.
 *
 * @param groups all of them, the first one included
 */
record Account(String name, long user, long group, List<Long> groups, String home) {

    Account {
        groups = List.copyOf(groups);
    }

    /** The same user with one group only. */
    Account within(long other) {
        return new Account(name, user, other, List.of(other), home);
    }

    /** The numbers of all groups, with commas between them. */
    String groupList() {
        return groups.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    void putInto(SortedMap<String, String> environment) {
        environment.put("HOME", Variables.asBytes(home));
        environment.put("USER", Variables.asBytes(name));
        environment.put("LOGNAME", Variables.asBytes(name));
    }
}
