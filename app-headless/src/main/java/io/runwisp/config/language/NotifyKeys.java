package io.runwisp.config.language;

import static io.runwisp.config.language.Table.HOOK;
import static io.runwisp.config.language.Table.MAINTENANCE;
import static io.runwisp.config.language.Table.MATCH;
import static io.runwisp.config.language.Table.NOTIFY;
import static io.runwisp.config.language.Table.ROUTE;

import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;

/** The keys of {@code [notify]}, of routes, hooks and maintenance windows. */
public final class NotifyKeys {

    static final Keys ALL = new Keys();

    public static final Key<List<String>> DEFAULT_NOTIFIERS = ALL
        .key("default_notifiers", Types.listOf(Types.TEXT, "a list of strings: notifier ids, such as [\"inapp\"]"),
                "Who hears of every failure; `[]` is nobody, not even the bell.")
        .on(NOTIFY)
        .byDefault(List.of("inapp"))
        .alias("append_notifiers", "global_notifiers");
    public static final Key<Boolean> DISABLE_INAPP = ALL
        .key("disable_inapp", Types.TRUTH, "Old spelling of `default_notifiers = []`.")
        .on(NOTIFY);
    public static final Key<Duration> COALESCE_WINDOW = ALL
        .key("coalesce_window", Numbers.DURATION, "Time in which equal notices fold into one.")
        .on(NOTIFY)
        .byDefault(Duration.ofHours(1));
    public static final Key<Boolean> COALESCE_OUTBOUND = ALL
        .key("coalesce_outbound", Types.TRUTH, "Whether notices that leave the machine are folded too.")
        .on(NOTIFY)
        .byDefault(true);
    public static final Key<Integer> OCCURRENCE_RING = ALL
        .key("occurrence_ring", Numbers.zeroIsDefault(Numbers.between(0, Integer.MAX_VALUE), 0),
                "How many times of a folded notice are kept; 0 is the default.")
        .on(NOTIFY)
        .byDefault(10)
        .alias("keep_occurrences", "coalesce_limit");
    public static final Key<Integer> KEEP_NOTIFICATIONS = ALL
        .key("keep_notifications", Numbers.zeroIsDefault(Numbers.between(0, Integer.MAX_VALUE), 0),
                "How many notices the bell keeps; 0 is the default.")
        .on(NOTIFY)
        .byDefault(1024)
        .alias("history_keep");
    public static final Key<Duration> KEEP_FOR = ALL
        .key("keep_for", Numbers.duration(Duration.ofNanos(1), null), "How long the bell keeps them.")
        .on(NOTIFY)
        .byDefault(Duration.ofDays(90))
        .alias("history_keep_for");
    public static final Key<Duration> RETRY_BUDGET = ALL
        .key("retry_budget", Numbers.DURATION, "How long one delivery is retried.")
        .on(NOTIFY)
        .byDefault(Duration.ofMinutes(5))
        .alias("default_timeout");
    public static final Key<Boolean> RECOVERED = ALL
        .key("recovered", Types.TRUTH, "Whether the first success after failures is told.")
        .on(NOTIFY)
        .byDefault(true);
    public static final Key<Boolean> SLOW = ALL
        .key("slow", Types.TRUTH, "Whether a run that takes far longer than usual is told.")
        .on(NOTIFY)
        .byDefault(true);
    public static final Key<Double> SLOW_FACTOR = ALL
        .key("slow_factor", ValueTypes.FACTOR, "How many times the usual duration is slow.")
        .on(NOTIFY)
        .byDefault(3.0);
    public static final Key<Boolean> SILENT = ALL
        .key("silent", Types.TRUTH, "Whether a run that prints nothing against its habit is told.")
        .on(NOTIFY)
        .byDefault(false);

    public static final Key<Settings> MATCH_TABLE = ALL
        .key("match", TableTypes.table(MATCH, "a table, such as { kind = [\"run.failed\"], task = \"backup-*\" }"),
                "Which events; everything that is set must fit.")
        .on(ROUTE)
        .defaultText("every event");
    public static final Key<List<String>> NOTIFY_LIST = ALL
        .key("notify", ValueTypes.TARGETS, "Who is told.")
        .requiredOn(ROUTE)
        .alias("notifiers");
    public static final Key<List<EventKind>> KIND = ALL
        .key("kind",
                Types.listOf(ValueTypes.ROUTE_KIND,
                        "a list of strings: event kinds such as [\"run.failed\", \"run.timeout\"]"),
                "Kinds of event.")
        .on(MATCH)
        .alias("kinds")
        .defaultText("all");
    public static final Key<EventSeverity> SEVERITY = ALL
        .key("severity", Types.oneOf(EventSeverity.class, Map.of("warning", "warn")), "Least severity.")
        .on(MATCH)
        .defaultText("any");
    public static final Key<Boolean> FAILURE = ALL
        .key("failure", Types.TRUTH, "Only what counts as failure of its unit.")
        .on(MATCH)
        .byDefault(false);
    public static final Key<String> MATCH_UNIT = ALL
        .key("task", ValueTypes.GLOB, "Pattern of unit names: * ? and [..].")
        .on(MATCH)
        .defaultText("all");

    public static final Key<List<EventKind>> ON = ALL
        .key("on", Types.listOf(ValueTypes.HOOK_KIND, "a list of strings: event kinds such as [\"run.failed\"]"),
                "Events at which it runs.")
        .requiredOn(HOOK);
    public static final Key<String> HOOK_RUN = ALL
        .key("run", Types.NON_BLANK, "Command; it gets the event as JSON on its standard input.")
        .requiredOn(HOOK)
        .literal()
        .soughtAs("command", "cmd", "exec");
    public static final Key<List<String>> UNITS = ALL
        .key("units", Types.listOf(ValueTypes.GLOB, "a list of strings: name patterns such as [\"backup-*\"]"),
                "Units it is about.")
        .on(HOOK)
        .requiredOn(MAINTENANCE)
        .defaultText("all");
    public static final Key<Duration> HOOK_TIMEOUT = ALL
        .key("timeout", Numbers.duration(Duration.ofMillis(1), null), "When the command is killed.")
        .on(HOOK)
        .byDefault(Duration.ofSeconds(10));
    public static final Key<Map<String, String>> HOOK_ENV = ALL
        .key("env", new Types.TextMap("a table of strings, such as { LANG = \"C\" }", false),
                "Further variables of the command.")
        .on(HOOK);

    public static final Key<String> MAINTENANCE_ID = ALL
        .key("id", Types.NON_BLANK, "Its name.")
        .requiredOn(MAINTENANCE);
    public static final Key<Temporal> FROM = ALL
        .key("from", ValueTypes.MOMENT, "Begin of a single window.")
        .on(MAINTENANCE);
    public static final Key<Temporal> UNTIL = ALL
        .key("until", ValueTypes.MOMENT, "End of a single window.")
        .on(MAINTENANCE);
    public static final Key<String> WINDOW_CRON = ALL
        .key("cron", Types.NON_BLANK, "Begin of a repeated window.")
        .on(MAINTENANCE);
    public static final Key<Duration> WINDOW_LENGTH = ALL
        .key("for", Numbers.duration(Duration.ofSeconds(1), Duration.ofDays(365)), "Length of a repeated window.")
        .on(MAINTENANCE);
    public static final Key<ZoneId> WINDOW_ZONE = ALL
        .key("timezone", ValueTypes.ZONE, "Zone of the window.")
        .on(MAINTENANCE)
        .defaultText("that of [scheduler]");

    static {
        ALL.ignore("queue_size", "queues have fixed bounds", NOTIFY);
    }

    private NotifyKeys() {
    }
}
