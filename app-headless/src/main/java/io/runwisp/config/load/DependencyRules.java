package io.runwisp.config.load;

import io.runwisp.config.Unit;
import io.runwisp.config.grammar.NearestName;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.ServiceKeys;
import io.runwisp.config.problem.Place;
import io.runwisp.config.toml.Node;
import io.runwisp.model.UnitKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** The rules of {@code depends_on}: known services only, and no circle. */
final class DependencyRules {

    private final SortedMap<String, Unit> units;
    private final Set<String> finished = new HashSet<>();

    private DependencyRules(SortedMap<String, Unit> units) {
        this.units = units;
    }

    static void check(SortedMap<String, Unit> units) {
        DependencyRules rules = new DependencyRules(units);
        units.values().forEach(rules::names);
        units.keySet().forEach(rules::walkFrom);
    }

    private void names(Unit unit) {
        Given<List<String>> depends = unit.settings().given(ServiceKeys.DEPENDS_ON);
        if (depends == null) {
            return;
        }
        for (int i = 0; i < depends.value().size(); i++) {
            String name = depends.value().get(i);
            Unit other = units.get(name);
            Place place = depends.node() instanceof Node.Items items && i < items.items().size()
                    ? items.items().get(i).place()
                    : depends.place();
            if (name.equals(unit.name())) {
                depends.context().reject(place, "it depends on itself", "other services", "");
            } else if (other == null) {
                String near = NearestName.in(services(), name).map(one -> "did you mean \"" + one + "\"?").orElse("");
                depends.context()
                    .absent(place, "depends_on names \"" + name + "\", and there is no such service",
                            "services of this configuration", near);
            } else if (other.kind() == UnitKind.TASK) {
                depends.context()
                    .reject(place, "depends_on names \"" + name + "\", which is a task", "services only", "");
            }
        }
    }

    private List<String> services() {
        return units.values().stream().filter(unit -> unit.kind() == UnitKind.SERVICE).map(Unit::name).toList();
    }

    /** Walks depth first without recursion: a chain may have thousands of members. */
    private void walkFrom(String start) {
        if (!finished.add(start)) {
            return;
        }
        List<String> way = new ArrayList<>(List.of(start));
        List<Iterator<String>> open = new ArrayList<>(List.of(next(start)));
        while (!open.isEmpty()) {
            if (!open.getLast().hasNext()) {
                open.removeLast();
                way.removeLast();
                continue;
            }
            String name = open.getLast().next();
            int seen = way.indexOf(name);
            if (seen >= 0) {
                tell(way.subList(seen, way.size()));
            } else if (finished.add(name)) {
                way.add(name);
                open.add(next(name));
            }
        }
    }

    /** The known services that a service waits for, itself left out. */
    private Iterator<String> next(String name) {
        Unit unit = units.get(name);
        List<String> depends = unit == null ? null : unit.get(ServiceKeys.DEPENDS_ON);
        return depends == null
                ? Collections.emptyIterator()
                : depends.stream().filter(other -> !other.equals(name) && units.containsKey(other)).iterator();
    }

    /** Told from its first member by name, so that the message is the same whatever the order of the file. */
    private void tell(List<String> circle) {
        List<String> turned = new ArrayList<>(circle);
        Collections.rotate(turned, -turned.indexOf(Collections.min(turned)));
        Unit first = units.get(turned.getFirst());
        turned.add(turned.getFirst());
        if (first != null) {
            first.settings()
                .reject(ServiceKeys.DEPENDS_ON, "depends_on goes in a circle: " + String.join(" -> ", turned),
                        "an order in which they can start", "take one of these dependencies out");
        }
    }
}
