package io.runwisp.config.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The whole language: every table with its keys, and the tables of the root. */
public final class Language {

    private static final int MANY = 4;

    private static final List<Keys> DECLARED = List.of(UnitKeys.ALL, TaskKeys.ALL, ServiceKeys.ALL, DaemonKeys.ALL,
            NotifyKeys.ALL, NotifierKeys.ALL,
            PartKeys.ALL);

    private static final Map<Table, TableShape> SHAPES = shapes();

    private static final List<RootTable> ROOT = List.of(
            new RootTable("daemon", List.of(), RootTable.Form.SINGLE, List.of(Table.DAEMON), true,
                    "The daemon itself."),
            new RootTable("scheduler", List.of(), RootTable.Form.SINGLE, List.of(Table.SCHEDULER), true,
                    "What all schedules share."),
            new RootTable("storage", List.of(), RootTable.Form.SINGLE, List.of(Table.STORAGE), true, "Disk limits."),
            new RootTable("defaults", List.of(), RootTable.Form.SINGLE, List.of(Table.DEFAULTS), true,
                    "Values that tasks and services inherit."),
            new RootTable("notify", List.of(), RootTable.Form.SINGLE, List.of(Table.NOTIFY), true,
                    "How notices are folded, kept and retried."),
            new RootTable("tasks", List.of(), RootTable.Form.NAMED, List.of(Table.TASK), false,
                    "Things that run and exit, by schedule or by hand."),
            new RootTable("services", List.of(), RootTable.Form.NAMED, List.of(Table.SERVICE), false,
                    "Things that are kept alive."),
            new RootTable("notifier", List.of(), RootTable.Form.LIST, notifierTables(), false,
                    "Channels that notices go to."),
            new RootTable("notifiers", List.of(), RootTable.Form.NAMED, notifierTables(), false,
                    "The same channels, keyed by id."),
            new RootTable("notification_route", List.of("route"), RootTable.Form.LIST, List.of(Table.ROUTE), false,
                    "Which events go to which channels."),
            new RootTable("hook", List.of(), RootTable.Form.LIST, List.of(Table.HOOK), false,
                    "Local commands that run at events."),
            new RootTable("maintenance", List.of(), RootTable.Form.LIST, List.of(Table.MAINTENANCE), false,
                    "Windows in which no notice leaves the machine."));

    private static final Map<String, String> ROOT_HINTS = Map.ofEntries(Map.entry("task", "tasks"),
            Map.entry("job", "tasks"), Map.entry("jobs", "tasks"), Map.entry("cron", "tasks"),
            Map.entry("service", "services"), Map.entry("program", "services"), Map.entry("programs", "services"),
            Map.entry("process", "services"), Map.entry("apps", "services"), Map.entry("default", "defaults"),
            Map.entry("logs", "storage"), Map.entry("notifications", "notify"), Map.entry("notification", "notify"),
            Map.entry("routes", "notification_route"), Map.entry("hooks", "hook"), Map.entry("schedule", "scheduler"));

    private Language() {
    }

    /** The tables of the root, in the order of the reference. */
    public static List<RootTable> root() {
        return ROOT;
    }

    /** The root table of that name or alias, or null. */
    public static @Nullable RootTable root(String name) {
        for (RootTable table : ROOT) {
            if (table.name().equals(name) || table.aliases().contains(name)) {
                return table;
            }
        }
        return null;
    }

    /** What a name that people bring from elsewhere is called here, or null. */
    public static @Nullable String rootHint(String written) {
        int colon = written.indexOf(':');
        return ROOT_HINTS.get(colon < 0 ? written : written.substring(0, colon));
    }

    /** Every name of a root table. */
    public static List<String> rootNames() {
        List<String> names = new ArrayList<>();
        for (RootTable table : ROOT) {
            names.add(table.name());
            names.addAll(table.aliases());
        }
        return names;
    }

    /** What may stand in a table. */
    public static TableShape shape(Table table) {
        return java.util.Objects.requireNonNull(SHAPES.get(table));
    }

    /** The notifier types by their word. */
    public static Map<String, Table> notifierTypes() {
        Map<String, Table> types = new LinkedHashMap<>();
        for (Table table : notifierTables()) {
            types.put(table.name().toLowerCase(java.util.Locale.ROOT), table);
        }
        return types;
    }

    /** The headings of the tables that know a key; empty when none does. */
    public static String headingsOf(String key) {
        List<String> headings = new ArrayList<>();
        for (TableShape shape : SHAPES.values()) {
            if (shape.find(key) != null) {
                headings.add(shape.table().heading());
            }
        }
        return headings.size() > MANY ? String.join(", ", headings.subList(0, MANY)) + " …"
                : String.join(", ", headings);
    }

    /** A key of that name that belongs to a table of the same family as the given one, or null. */
    static @Nullable Key<?> anywhere(String name, Table table) {
        Set<Table> family = FAMILIES.stream().filter(one -> one.contains(table)).findFirst().orElse(Set.of());
        for (Table other : family) {
            Key<?> key = shape(other).find(name);
            if (key != null) {
                return key;
            }
        }
        return null;
    }

    private static final List<Set<Table>> FAMILIES = List.of(
            Set.of(Table.TASK, Table.SERVICE, Table.DEFAULTS, Table.HEALTH_CHECK),
            Set.of(Table.DAEMON, Table.SCHEDULER, Table.STORAGE, Table.NOTIFY),
            Set.copyOf(notifierTables()), Set.of(Table.ROUTE, Table.MATCH));

    private static List<Table> notifierTables() {
        return List.of(Table.SLACK, Table.TELEGRAM, Table.SMTP, Table.SENDMAIL, Table.DISCORD, Table.WEBHOOK,
                Table.NTFY,
                Table.GOTIFY, Table.PUSHOVER);
    }

    private static Map<Table, TableShape> shapes() {
        Map<Table, TableShape> shapes = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            shapes.put(table, new TableShape(table, DECLARED));
        }
        return shapes;
    }
}
