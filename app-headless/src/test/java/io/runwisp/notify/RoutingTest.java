package io.runwisp.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.config.Loading;
import io.runwisp.config.grammar.Failures;
import io.runwisp.engine.SampleRuns;
import io.runwisp.model.EndReason;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.UnitKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who hears what, by the configuration. */
class RoutingTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TASKS = """
            [tasks.backup-db]
            run = 'x'
            [tasks.report]
            run = 'x'
            """;

    @TempDir
    private Path directory = Path.of("");

    private final SampleRuns runs = new SampleRuns();

    private Happening happening(String unit, EndReason reason) {
        Run run = runs.ended(unit, reason, 1);
        boolean failure = Failures.builtIn().isFailure(reason, 1, false);
        Run judged = run.withEnd(new RunEnd(NOON, reason, 1, failure, Duration.ofSeconds(1), null));
        return Objects.requireNonNull(Happening.of(reason == EndReason.SUCCESS ? "run.completed" : "run.failed", judged,
                UnitKind.TASK, NOON));
    }

    private String heard(String toml, Happening happening) {
        Routing routing = Routing.of(Loading.in(directory).valid(DeskWorld.CHAT + toml));
        return routing.hears(happening)
            .stream()
            .map(heard -> heard.token() + " (" + heard.reason() + ")")
            .collect(Collectors.joining(", "));
    }

    private String heard(String toml, String unit, EndReason reason) {
        return heard(TASKS + toml, happening(unit, reason));
    }

    @Test
    void withoutAWordNobodyHearsAnythingBecauseTheBellDoes() {
        assertEquals("", heard("", "report", EndReason.FAILED));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"SUCCESS, -", "FAILED, +", "TIMEOUT, +", "STOPPED, -", "CRASHED, +",
            "LOG_OVERFLOW, +", "QUEUE_FULL, -", "MISSED, +", "START_FAILED, +", "UNHEALTHY, +", "DAEMON_STOPPED, -"})
    void theDefaultNotifiersHearEveryFailure(EndReason reason, String heard) {
        assertEquals(heard == null ? "" : "chat (default_notifiers)",
                heard("[notify]\ndefault_notifiers = ['inapp', 'chat']\n", "report", reason));
    }

    @Test
    void theListOfAUnitComesTogetherWithTheDefaultNotifiersEachOnce() {
        String toml = """
                [notify]
                default_notifiers = ['post', 'chat']
                [tasks.own]
                run = 'x'
                notify_on_failure = ['chat', 'chat:#ops']
                notify_on_success = ['chat:#ok']
                """;
        assertEquals("chat (notify_on_failure), chat:#ops (notify_on_failure), post (default_notifiers)",
                heard(toml, "own", EndReason.FAILED));
        assertEquals("chat:#ok (notify_on_success), post (default_notifiers), chat (default_notifiers)",
                heard(toml, "own", EndReason.SUCCESS));
        assertEquals("post (default_notifiers), chat (default_notifiers)", heard(toml, "report", EndReason.FAILED));
        assertEquals("", heard(toml, "report", EndReason.SUCCESS));
    }

    @Test
    void anEmptyListIsNoList() {
        assertEquals("", heard("[tasks.own]\nrun = 'x'\nnotify_on_failure = []\n", "own", EndReason.FAILED));
    }

    @Test
    void routesThatFitAddUpAndEachChannelHearsOnce() {
        String toml = """
                [[notification_route]]
                match = { kind = ['run.failed', 'timeout'], task = 'backup-*' }
                notify = ['chat', 'inapp', 'chat:#backups']
                [[notification_route]]
                match = { severity = 'warn' }
                notify = ['post', 'chat']
                """;
        assertEquals("chat (route 1), chat:#backups (route 1), post (route 2)",
                heard(toml, "backup-db", EndReason.FAILED));
        assertEquals("post (route 2), chat (route 2)", heard(toml, "report", EndReason.FAILED));
        assertEquals("post (route 2), chat (route 2)", heard(toml, "backup-db", EndReason.STOPPED));
        assertEquals("", heard(toml, "backup-db", EndReason.SUCCESS));
    }

    @Test
    void aRouteMatchesTheSpecialKindOfAFailureAndTheGeneralOne() {
        String toml = "[[route]]\nmatch = { kinds = ['%s'] }\nnotifiers = ['chat']\n";
        assertEquals("chat (route 1)", heard(String.format(toml, "log_overflow"), "report", EndReason.LOG_OVERFLOW));
        assertEquals("chat (route 1)", heard(String.format(toml, "failed"), "report", EndReason.LOG_OVERFLOW));
        assertEquals("", heard(String.format(toml, "log_overflow"), "report", EndReason.FAILED));
    }

    @Test
    void aRouteForFailuresTakesWhatTheUnitCountsAsOne() {
        String toml = "[[route]]\nmatch = { failure = true, task = '?eport' }\nnotify = ['chat']\n";
        assertEquals("chat (route 1)", heard(toml, "report", EndReason.MISSED));
        assertEquals("", heard(toml, "report", EndReason.STOPPED));
        assertEquals("", heard(toml, "backup-db", EndReason.MISSED));
    }

    @Test
    void startsAreHeardOnlyWhereTheyAreNamed() {
        Happening start = Objects.requireNonNull(Happening.of("run.started", runs.running("report"), UnitKind.TASK,
                NOON));
        assertEquals("", heard(TASKS + "[[route]]\nnotify = ['chat']\n", start));
        assertEquals("chat (route 1)", heard(TASKS + "[[route]]\nmatch = { kind = ['started'] }\nnotify = ['chat']\n",
                start));
    }

    @ParameterizedTest
    @CsvSource({"RUN_SLOW, WARN, true", "RUN_SILENT, WARN, true", "RUN_RECOVERED, INFO, false"})
    void whatIsOddIsHeardByThoseWhoHearOfFailures(EventKind kind, EventSeverity severity, boolean heard) {
        String toml = "[notify]\ndefault_notifiers = ['chat']\n";
        assertEquals(heard ? "chat (default_notifiers)" : "", heard(TASKS + toml,
                Happening.about(runs.running("report"), kind, severity, "is so", "Why.", UnitKind.TASK, NOON)));
    }

    @Test
    void aStalledJournalIsHeardByAllWhereNobodyHearsEverything() {
        Happening stalled = Happening.plain(EventKind.JOURNAL_STALLED, EventSeverity.ERROR, "", null, "stalls", "Why.",
                NOON);
        assertEquals("chat (every notifier), post (every notifier)", heard(TASKS, stalled));
        assertEquals("post (default_notifiers)", heard("[notify]\ndefault_notifiers = ['post']\n" + TASKS, stalled));
    }

    @Test
    void aFullDiskIsHeardByTheDefaultNotifiers() {
        Happening full = Happening.plain(EventKind.LOG_DISK_PRESSURE, EventSeverity.WARN, "report", null,
                "has no room for its log", "Why.", NOON);
        assertEquals("chat (default_notifiers)", heard("[notify]\ndefault_notifiers = ['chat']\n" + TASKS, full));
        assertEquals("post (route 1)", heard(TASKS
                + "[[route]]\nmatch = { kind = ['log.disk_pressure'] }\nnotify = ['post']\n", full));
    }

    @Test
    void everythingMeansEveryKindThatNeedNotBeNamed() {
        assertEquals(List.of("chat (route 1)", "chat (route 1)"), List.of(
                heard("[[route]]\nnotify = ['chat']\n", "report", EndReason.SUCCESS),
                heard("[[route]]\nnotify = ['chat']\n", "report", EndReason.QUEUE_FULL)));
    }
}
