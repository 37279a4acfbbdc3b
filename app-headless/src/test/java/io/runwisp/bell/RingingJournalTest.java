package io.runwisp.bell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.Loading;
import io.runwisp.config.grammar.Failures;
import io.runwisp.engine.FakeRunJournal;
import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.SampleRuns;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.EndReason;
import io.runwisp.model.Notice;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What rings the bell, by the configuration, and in which words. */
class RingingJournalTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TASK = "[tasks.a]\nrun = 'x'\n";
    private static final String CHAT = "[[notifier]]\nid = 'chat'\ntype = 'slack'\nwebhook_url = 'https://hooks.example/x'\n";

    @TempDir
    private Path directory = Path.of("");

    private final FakeRunJournal disk = new FakeRunJournal();
    private final SampleRuns runs = new SampleRuns();
    private final AtomicInteger ids = new AtomicInteger();

    private RingingJournal bell(String config) {
        return new RingingJournal(disk, () -> String.format("%026d", ids.incrementAndGet()),
                BellRules.of(Loading.in(directory).valid(config)));
    }

    private void happen(RingingJournal bell, Run run, String event) {
        Receipts
            .of(bell, new SaveRun(run), new AppendEvent("run.created", NOON, "{}"), new AppendEvent(event, NOON, "{}"))
            .sequences();
    }

    /** Start and end of a short run may be one batch, whose row has the end: the bell told of a start as of a failure. */
    @Test
    void aStartThatIsToldWithAnEndedRowIsNoFailure() {
        happen(bell(TASK), runs.ended("a", EndReason.FAILED, 3), "run.started");
        assertEquals(List.of(), disk.notices());
    }

    private List<String> rung(String config, Run run) {
        happen(bell(config), run, run.end() == null ? "run.started"
                : run.end().reason() == EndReason.SUCCESS ? "run.completed" : "run.failed");
        return disk.notices().stream().map(row -> row.kind().word() + " " + row.severity().word()).toList();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "SUCCESS, -", "FAILED, run.failed error", "TIMEOUT, run.timeout error", "STOPPED, -",
            "CRASHED, run.crashed error", "SKIPPED, -", "LOG_OVERFLOW, run.failed error", "QUEUE_FULL, -",
            "DST_SKIPPED, -", "MISSED, run.missed error", "START_FAILED, service.fatal error",
            "UNHEALTHY, run.failed error", "DAEMON_STOPPED, -"})
    void failuresRingItWhereNobodySaidAnything(EndReason reason, String expected) {
        Run ended = runs.ended("a", reason, 1);
        boolean failure = Failures.builtIn().isFailure(reason, 1, false);
        Run judged = ended.withEnd(new RunEnd(NOON, reason, 1, failure, Duration.ofSeconds(1), null));
        assertEquals(expected == null ? List.of() : List.of(expected), rung(TASK, judged));
    }

    @ParameterizedTest
    @EnumSource(value = EndReason.class, names = {"SKIPPED", "DST_SKIPPED"})
    void whatWasLeftOutOnPurposeNeverRingsIt(EndReason reason) {
        assertEquals(List.of(), rung(TASK + "[[route]]\nnotify = ['inapp']\n", runs.ended("a", reason, -1)));
    }

    @Test
    void anEndThatItsUnitDoesNotCallAFailureDoesNotRingIt() {
        Run ended = runs.running("a")
            .withEnd(new RunEnd(NOON, EndReason.FAILED, 3, false, Duration.ofSeconds(1), null));
        assertEquals(List.of(), rung(TASK, ended));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '"', value = {
            "[notify]\\ndefault_notifiers = []                                  | FAILED  | false",
            "[notify]\\ndefault_notifiers = ['chat']                            | FAILED  | false",
            "[[route]]\\nnotify = ['inapp']                                     | SUCCESS | true",
            "[[route]]\\nnotify = ['chat']                                      | SUCCESS | false",
            "[[route]]\\nnotify = ['inapp']\\nmatch = { kind = ['succeeded'] }  | SUCCESS | true",
            "[[route]]\\nnotify = ['inapp']\\nmatch = { kind = ['failed'] }     | SUCCESS | false",
            "[[route]]\\nnotify = ['inapp']\\nmatch = { severity = 'warn' }     | SUCCESS | false",
            "[[route]]\\nnotify = ['inapp']\\nmatch = { severity = 'warn' }     | STOPPED | true",
            "[[route]]\\nnotify = ['inapp']\\nmatch = { failure = true }        | STOPPED | false",
            "[[route]]\\nnotify = ['inapp']\\nmatch = { task = 'b*' }           | STOPPED | false",
            "[[route]]\\nnotify = ['inapp']\\nmatch = { task = 'a*' }           | STOPPED | true"})
    void routesAndDefaultsDecide(String config, EndReason reason, boolean rings) {
        Run run = runs.ended("a", reason, 1);
        Run judged = run.withEnd(new RunEnd(NOON, reason, 1, reason == EndReason.FAILED, Duration.ofSeconds(1), null));
        assertEquals(rings, !rung(config.replace("\\n", "\n") + "\n" + TASK + CHAT, judged).isEmpty());
    }

    @Test
    void aLogThatOverflowedIsMatchedByItsOwnKindAndByThatOfAFailure() {
        for (String kind : List.of("failed", "log_overflow")) {
            String config = "[notify]\ndefault_notifiers = []\n[[route]]\nnotify = ['inapp']\nmatch = { kind = ['"
                    + kind
                    + "'] }\n" + TASK;
            assertEquals("run.failed error", rung(config, runs.ended("a", EndReason.LOG_OVERFLOW, 1)).getFirst());
        }
    }

    @Test
    void aStartRingsItOnlyWhereARouteNamesIt() {
        String routed = TASK + "[[route]]\nnotify = ['inapp']\n";
        assertEquals(List.of(), rung(routed, runs.running("a")));
        assertEquals(List.of("run.started info"), rung(routed + "match = { kind = ['started'] }\n", runs.running("a")));
    }

    @Test
    void theListsOfAUnitCountAndTheDefaultsBelongToThem() {
        Run success = runs.ended("a", EndReason.SUCCESS, 0);
        String none = "[notify]\ndefault_notifiers = []\n";
        String listed = TASK + "notify_on_success = ['chat']\n" + CHAT;
        assertEquals(List.of(), rung(none + listed, success));
        assertEquals(List.of("run.succeeded info"), rung(listed, success));
        assertEquals(2, rung(none + TASK + "notify_on_failure = ['inapp']\n", runs.ended("a", EndReason.FAILED, 1))
            .size());
    }

    @Test
    void whatIsSavedWithoutHavingHappenedRingsNothing() {
        RingingJournal bell = bell(TASK);
        Run failed = runs.ended("a", EndReason.FAILED, 1);
        Receipts.of(bell, new SaveRun(failed), new AppendEvent("run.updated", NOON, "{}")).sequences();
        happen(bell, runs.pending("a"), "run.created");
        Receipts.of(bell, new SaveRun(failed)).sequences();
        assertEquals(List.of(), disk.notices());
    }

    @Test
    void equalFailuresAreOneRowWithTheRunAndTheWordsOfTheLatest() {
        RingingJournal bell = bell(TASK);
        happen(bell, runs.ended("a", EndReason.FAILED, 1), "run.failed");
        Run latest = runs.ended("a", EndReason.FAILED, 7).withMessage("its output matched ^oops");
        happen(bell, latest, "run.failed");
        happen(bell, runs.ended("a", EndReason.TIMEOUT, 143), "run.failed");
        assertEquals(List.of(1, 2), disk.notices().stream().map(Notice::count).toList());
        Notice row = disk.notices().getLast();
        assertEquals(latest.id().text(), row.runId());
        assertEquals("a failed", row.title());
        assertEquals("Exit code 7: its output matched ^oops. It ran 2.9 s.", row.body());
    }

    @Test
    void aFullDiskRingsIt() {
        RingingJournal bell = bell(TASK);
        Run run = runs.running("a");
        Receipts.of(bell, new AppendEvent("log.disk_pressure", NOON,
                new JsonEventText().ofRun(run, "7 bytes are free for logs, and 9 are wanted")))
            .sequences();
        Notice row = disk.notices().getFirst();
        assertEquals("log.disk_pressure warn a " + run.id(),
                row.kind().word() + " " + row.severity().word() + " " + row.unit() + " " + row.runId());
        assertEquals("7 bytes are free for logs, and 9 are wanted.", row.body());
    }

    @Test
    void otherRulesHoldFromTheNextBatchOn() {
        RingingJournal bell = bell("[notify]\ndefault_notifiers = []\n" + TASK);
        happen(bell, runs.ended("a", EndReason.FAILED, 1), "run.failed");
        bell.follow(BellRules.of(Loading.in(directory).valid(TASK + "[notify]\nkeep_for = '2h'\nhistory_keep = 5\n")));
        happen(bell, runs.ended("a", EndReason.FAILED, 1), "run.failed");
        assertEquals(1, disk.notices().size());
        assertEquals(new RunJournalChange.ForgetNotices(5, NOON.minusSeconds(7200), NOON), bell.tidying(NOON));
    }

    @Test
    void aRetryThatFollowsIsTold() {
        Run run = SampleRuns.ended(runs.running("a"), EndReason.FAILED, 2);
        Run retried = run.withNextRetryAt(run.end() == null ? NOON : run.end().at().plusSeconds(90));
        assertEquals("Exit code 2 after 2.9 s. It is tried again in 1 m 30 s.", NoticeWords.body(retried));
    }

    @Test
    void aLongMessageIsCutBetweenCharacters() {
        String cut = NoticeWords.sentence("ä😀".repeat(400));
        assertEquals(500, cut.codePointCount(0, cut.length()));
        assertTrue(cut.endsWith("…") && cut.startsWith("Ä😀"), cut);
    }

    /** The published vectors of FNV-1a with 64 bits. */
    @ParameterizedTest
    @CsvSource({"'', cbf29ce484222325", "a, af63dc4c8601ec8c", "foobar, 85944171f73967e8"})
    void fingerprintsAreFnv1a(String text, String hash) {
        assertEquals(hash, Fingerprint.hash(text.getBytes(StandardCharsets.UTF_8)));
    }
}
