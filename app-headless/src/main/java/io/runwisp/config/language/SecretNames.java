package io.runwisp.config.language;

import io.runwisp.config.grammar.NearestName;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The names of keys below one table of the root: those of secrets, and those whose values may be shown. */
final class SecretNames {

    private static final Set<Table> UNIT_TABLES = Set.of(Table.TASK, Table.SERVICE, Table.DEFAULTS, Table.HEALTH_CHECK,
            Table.HOOK_TOKEN, Table.PARAM);
    private static final Set<String> UNIT_ROOTS = Set.of("tasks", "services", "defaults");
    private static final Map<String, SecretNames> BY_ROOT = new ConcurrentHashMap<>();

    private static final int SHORTEST_TYPO = 5;

    /** Notifiers are mostly secrets: there only an exact name counts. */
    private final boolean lenient;
    private final Set<String> secret = new HashSet<>();
    private final Set<String> all = new LinkedHashSet<>();

    private SecretNames(@Nullable RootTable root) {
        lenient = root != null && !root.tables().contains(Table.SLACK);
        for (Table table : Table.values()) {
            boolean inside = root == null || root.tables().contains(table)
                    || UNIT_ROOTS.contains(root.name()) && UNIT_TABLES.contains(table)
                    || root.tables().contains(Table.ROUTE) && table == Table.MATCH;
            if (inside) {
                Language.shape(table).keys().forEach(this::add);
                all.addAll(Language.shape(table).refusedNames());
            }
        }
    }

    /** The names below a table of the root; those below any table when it is unknown. */
    static SecretNames below(String rootName) {
        RootTable root = Language.root(rootName);
        return BY_ROOT.computeIfAbsent(root == null ? "" : root.name(), name -> new SecretNames(root));
    }

    private void add(Key<?> key) {
        all.addAll(key.names());
        all.addAll(key.hints());
        if (key.isSecret()) {
            secret.addAll(key.names());
        }
    }

    /** Whether a name is that of a secret, or misspelt so that it could be. */
    boolean isSecret(String name) {
        return secret.contains(name) || !all.contains(name) && NearestName.in(secret, name).isPresent();
    }

    /** Whether a name is one whose value may be shown. */
    boolean isPublic(String name) {
        return all.contains(name) && !secret.contains(name);
    }

    /** Whether a name is so nearly one whose value may be shown that it can be no other. */
    boolean isNearlyPublic(String name) {
        boolean partOfSecret = secret.stream().anyMatch(one -> one.contains(name));
        return lenient && name.length() >= SHORTEST_TYPO && !partOfSecret && !isSecret(name)
                && NearestName.in(all, name).filter(near -> near.startsWith(name.substring(0, 2))).isPresent();
    }

    /** The index behind the first name of a secret, from an index on, that is followed by = or a colon; the length if there is none. */
    int secretIn(String line, int from) {
        int first = line.length();
        for (String name : secret) {
            for (int at = line.indexOf(name, from); at >= 0 && at < first; at = line.indexOf(name, at + 1)) {
                int end = at + name.length();
                boolean whole = (at == 0 || !isNamePart(line.charAt(at - 1)))
                        && (end >= line.length() || !isNamePart(line.charAt(end)));
                String behind = line.substring(end).stripLeading();
                if (whole && (behind.startsWith("=") || behind.startsWith(":"))) {
                    first = end;
                }
            }
        }
        return first;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c == '-' || Character.isLetterOrDigit(c);
    }
}
