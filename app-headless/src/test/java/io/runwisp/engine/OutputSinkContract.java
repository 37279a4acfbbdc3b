package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Match;
import io.runwisp.engine.OutputSink.NoSpace;
import io.runwisp.engine.OutputSink.Opened;
import io.runwisp.engine.OutputSink.Order;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every {@link OutputSink} does; run by the fake and by the real one. */
public abstract class OutputSinkContract {

    /** A run of the tests. */
    protected static final RunId RUN = new RunId("01ARZ3NDEKTSV4RRFFQ69G5FAV");

    private static final RunId OTHER = new RunId("01BX5ZZKBKACTAV9WEVGEM5FAV");
    private static final Instant CREATED = Instant.parse("2026-11-20T14:03:05Z");
    private static final Limits NO_LIMITS = new Limits(0, LogFullPolicy.DROP_OLD, 0);

    private final OutputSinkEvents listener = new OutputSinkEvents();

    /** The sink under test, the same for the whole test. */
    protected abstract OutputSink sink();

    /** What the file of a log says, line by line; its last segment when it was rotated. */
    protected abstract List<String> lines(RunId run, Log log);

    /** Sets what the disk has left. */
    protected abstract void freeBytes(long bytes);

    @Test
    void tellsTheStreamsApartByTheirPrefixes() {
        Log log = open(NO_LIMITS);
        print(log, Source.STDOUT, "out\n");
        print(log, Source.STDERR, "err\n");
        log.say("said");
        log.finish();
        assertEquals(List.of("out", "[ERR] err", "[SYSTEM] said"), lines(RUN, log));
    }

    @Test
    void keepsTheOrderInWhichLinesWereFinished() {
        Log log = open(NO_LIMITS);
        print(log, Source.STDOUT, "begun first, ");
        print(log, Source.STDERR, "finished first\n");
        print(log, Source.STDOUT, "finished last\n");
        log.finish();
        assertEquals(List.of("[ERR] finished first", "begun first, finished last"), lines(RUN, log));
    }

    @Test
    void makesALineOfWhatAPipeLeftUnfinished() {
        Log log = open(NO_LIMITS);
        print(log, Source.STDOUT, "no end");
        log.end(Source.STDOUT);
        print(log, Source.STDERR, "no end here");
        log.finish();
        assertEquals(List.of("no end", "[ERR] no end here"), lines(RUN, log));
    }

    @Test
    void takesAllOfAChunkWhateverKindOfBufferItIs() {
        Log log = open(NO_LIMITS);
        ByteBuffer direct = ByteBuffer.allocateDirect(16);
        direct.put("xx direct\nyy".getBytes(StandardCharsets.UTF_8)).position(3).limit(10);
        log.take(Source.STDOUT, direct);
        assertFalse(direct.hasRemaining());
        ByteBuffer slice = ByteBuffer.wrap("xx slice\nyy".getBytes(StandardCharsets.UTF_8), 3, 6).slice();
        log.take(Source.STDOUT, slice);
        assertFalse(slice.hasRemaining());
        log.finish();
        assertEquals(List.of("direct", "slice"), lines(RUN, log));
    }

    @Test
    void neverWritesASecretEvenWhenChunksCutIt() {
        Log log = open(NO_LIMITS, "hunter2", "hunter2-long");
        print(log, Source.STDOUT, "the password is hun");
        print(log, Source.STDOUT, "ter2-long, not hunter2\n");
        log.finish();
        assertEquals(List.of("the password is [redacted], not [redacted]"), lines(RUN, log));
    }

    @Test
    void countsWhatWasProducedAndWhatWasWritten() {
        Log log = open(NO_LIMITS);
        print(log, Source.STDOUT, "a\nb\n");
        print(log, Source.STDERR, "c");
        assertEquals(new Totals(5, 3, false, true), log.finish());
    }

    @Test
    void finishingTwiceChangesNothing() {
        Log log = open(NO_LIMITS);
        print(log, Source.STDOUT, "a\n");
        Totals totals = log.finish();
        print(log, Source.STDOUT, "late\n");
        log.say("late");
        assertEquals(totals, log.finish());
        assertEquals(List.of("a"), lines(RUN, log));
    }

    @Test
    void dropNewKeepsTheBeginningAndSaysSo() {
        Log log = open(new Limits(30, LogFullPolicy.DROP_NEW, 0));
        print(log, Source.STDOUT, "0123456789\n0123456789\n0123456789\nx\n");
        Totals totals = log.finish();
        List<String> lines = lines(RUN, log);
        assertEquals(List.of("0123456789", "0123456789"), lines.subList(0, 2));
        assertTrue(lines.get(2).startsWith("[SYSTEM] "), lines.toString());
        assertTrue(lines.getLast().contains("35 bytes") && lines.getLast().contains("30 bytes"), lines.toString());
        assertEquals(4, lines.size());
        assertEquals(new Totals(35, 4, true, true), totals);
        assertEquals(List.of(), listener.events());
    }

    @Test
    void dropOldKeepsTheEndAndGoesOnCounting() {
        Log log = open(new Limits(30, LogFullPolicy.DROP_OLD, 0));
        print(log, Source.STDOUT, "0123456789\n0123456789\nthe end is here\n");
        Totals totals = log.finish();
        List<String> lines = lines(RUN, log);
        assertTrue(lines.getFirst().startsWith("[SYSTEM] "), lines.toString());
        assertEquals("the end is here", lines.get(1));
        assertTrue(lines.getLast().contains("38 bytes"), lines.toString());
        assertEquals(new Totals(38, 5, true, true), totals);
        assertEquals(List.of(), listener.events());
    }

    @Test
    void killTaskAsksOnceToEndTheRun() {
        Log log = open(new Limits(10, LogFullPolicy.KILL_TASK, 0));
        print(log, Source.STDOUT, "123456\n123456\n");
        print(log, Source.STDERR, "123456\n123456\n");
        log.finish();
        assertEquals(List.of("overflowed " + RUN), listener.events());
        assertEquals("123456", lines(RUN, log).getFirst());
    }

    @Test
    void theDaemonCanStillSpeakWhenOutputIsCut() {
        Log log = open(new Limits(10, LogFullPolicy.DROP_NEW, 0));
        print(log, Source.STDOUT, "123456\n123456\n");
        log.say("the run was stopped");
        log.finish();
        assertTrue(lines(RUN, log).contains("[SYSTEM] the run was stopped"));
    }

    @Test
    void opensNoLogOnADiskThatIsNearlyFull() {
        freeBytes(99);
        Order order = order(RUN, new Limits(0, LogFullPolicy.DROP_OLD, 100), List.of());
        assertEquals(new NoSpace(99, 100), sink().open(order, listener));
    }

    @Test
    void stopsWritingWhenTheDiskIsNearlyFullAndTellsItOnce() {
        Log log = open(new Limits(0, LogFullPolicy.KILL_TASK, 100));
        freeBytes(99);
        String printed = "x".repeat(1023) + "\n";
        for (int i = 0; i < 11 * 1024; i++) {
            print(log, Source.STDOUT, printed);
        }
        log.finish();
        assertEquals(List.of("diskPressure " + RUN + " 99 100 true"), listener.events());
        long kept = lines(RUN, log).stream().filter(line -> line.startsWith("x")).count();
        assertTrue(Math.abs(kept - 10 * 1024) <= 2, "kept " + kept);
    }

    @Test
    void logsOfOneSecondHaveDifferentFiles() {
        Log first = open(NO_LIMITS);
        Log second = assertInstanceOf(Opened.class, sink().open(order(OTHER, NO_LIMITS, List.of()), listener)).log();
        assertNotEquals(first.fileName(), second.fileName());
        first.finish();
        second.finish();
    }

    @Test
    void tellsTheFirstLineInWhichAFailurePatternIsFound() {
        Log log = looking(NO_LIMITS, "never", "(?i)partial import", "disk [0-9]+ full");
        print(log, Source.STDOUT, "begun\nwarning: Partial ");
        print(log, Source.STDERR, "all is well\n");
        print(log, Source.STDOUT, "Import of 3\ndisk 7 full\n");
        Totals totals = log.finish();
        assertEquals(new Match("(?i)partial import", OptionalLong.of(2), "warning: Partial Import of 3"),
                totals.match().orElseThrow());
    }

    @Test
    void looksForFailurePatternsInTheErrorStreamAndInAnUnfinishedLine() {
        Log log = looking(NO_LIMITS, "^FATAL$");
        print(log, Source.STDOUT, "a\nno FATAL here\n");
        print(log, Source.STDERR, "FATAL");
        assertEquals(new Match("^FATAL$", OptionalLong.of(2), "FATAL"), log.finish().match().orElseThrow());
    }

    @Test
    void findsNoFailureInWhatTheDaemonSays() {
        Log log = looking(NO_LIMITS, "FATAL");
        log.say("FATAL");
        assertEquals(Optional.empty(), log.finish().match());
    }

    @Test
    void doesNotSeeColoursWhenItLooksForAFailure() {
        Log log = looking(NO_LIMITS, "^disk full: FATAL$");
        print(log, Source.STDOUT, "disk \u001b[1;31mfu\u001b[0mll: FATAL\n");
        assertEquals("disk full: FATAL", log.finish().match().orElseThrow().text());
    }

    @Test
    void neverFindsAFailureInASecret() {
        freeBytes(Long.MAX_VALUE);
        Order order = new Order(RUN, "db.backup", CREATED, NO_LIMITS, List.of("hunter2"),
                List.of("hunter", "redacted"));
        Log log = assertInstanceOf(Opened.class, sink().open(order, listener)).log();
        print(log, Source.STDOUT, "x hunter2 y\n");
        assertEquals(new Match("redacted", OptionalLong.of(0), "x [redacted] y"), log.finish().match().orElseThrow());
    }

    @Test
    void goesOnLookingForAFailureWhenTheLogIsFull() {
        Log log = looking(new Limits(20, LogFullPolicy.DROP_NEW, 0), "FATAL");
        print(log, Source.STDOUT, "0123456789\n0123456789\n");
        print(log, Source.STDOUT, "FATAL: 7\n");
        assertEquals(new Match("FATAL", OptionalLong.empty(), "FATAL: 7"), log.finish().match().orElseThrow());
    }

    private Log looking(Limits limits, String... failurePatterns) {
        freeBytes(Long.MAX_VALUE);
        Order order = new Order(RUN, "db.backup", CREATED, limits, List.of(), List.of(failurePatterns));
        return assertInstanceOf(Opened.class, sink().open(order, listener)).log();
    }

    private Log open(Limits limits, String... secrets) {
        freeBytes(Long.MAX_VALUE);
        return assertInstanceOf(Opened.class, sink().open(order(RUN, limits, List.of(secrets)), listener)).log();
    }

    private static Order order(RunId run, Limits limits, List<String> secrets) {
        return new Order(run, "db.backup", CREATED, limits, secrets);
    }

    /** Prints in a chunk that is spoilt afterwards, as a reader's buffer is. */
    protected static void print(Log log, Source source, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        log.take(source, ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) '!');
    }
}
