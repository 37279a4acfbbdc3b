package io.runwisp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Opened;
import io.runwisp.engine.OutputSink.Order;
import io.runwisp.engine.OutputSink.Refused;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultyOutputSinkTest extends OutputSinkContract {

    private static final Order ORDER = new Order(RUN, "task", Instant.EPOCH, new Limits(0, LogFullPolicy.DROP_OLD, 0),
            List.of());

    private final FakeOutputSink fake = new FakeOutputSink();
    private final FaultyOutputSink sink = new FaultyOutputSink(fake);
    private final OutputSinkEvents told = new OutputSinkEvents();

    @Override
    protected OutputSink sink() {
        return sink;
    }

    @Override
    protected List<String> lines(RunId run, Log log) {
        return fake.lines(run);
    }

    @Override
    protected void freeBytes(long bytes) {
        fake.freeBytes(bytes);
    }

    @Test
    void refusesToOpen() {
        sink.refuse("read-only file system");
        assertEquals(new Refused("read-only file system"), sink.open(ORDER, told));
    }

    @Test
    void aFullDiskIsToldAndMarkedOnce() {
        sink.fullAfter(5);
        Log log = open();
        print(log, Source.STDOUT, "abc\n");
        print(log, Source.STDOUT, "def\n");
        print(log, Source.STDOUT, "ghi\n");
        assertEquals(new Totals(12, 2, true, false), log.finish());
        assertEquals(List.of("writeFailed " + RUN + " No space left on device"), told.events());
        assertEquals("abc", fake.lines(RUN).getFirst());
    }

    @Test
    void aFailedSyncIsTold() {
        sink.failSync();
        Log log = open();
        assertEquals(false, log.finish().durable());
        assertEquals(List.of("writeFailed " + RUN + " Input/output error"), told.events());
    }

    @Test
    void aSlowDiskIsFeltAtEachWrite() {
        List<String> waits = new ArrayList<>();
        sink.slow(() -> waits.add("waited"));
        Log log = open();
        print(log, Source.STDOUT, "abc\n");
        print(log, Source.STDOUT, "def\n");
        assertEquals(List.of("waited", "waited"), waits);
        log.finish();
    }

    @Test
    void aLogThatCannotBeRotatedGoesOnToTwiceItsCapAndIsCutThere() {
        sink.failRename();
        Limits limits = new Limits(8, LogFullPolicy.DROP_OLD, 0);
        Order capped = new Order(RUN, "task", Instant.EPOCH, limits, List.of());
        Log log = assertInstanceOf(Opened.class, sink.open(capped, told)).log();
        for (int i = 0; i < 6; i++) {
            print(log, Source.STDOUT, "abc\n");
        }
        assertEquals(new Totals(24, 5, true, true), log.finish());
        List<String> lines = fake.lines(RUN);
        assertEquals(List.of("abc", "abc", "abc", "abc"), lines.subList(0, 4));
        assertEquals("[SYSTEM] the log has reached its limit and could not be rotated; further output is dropped",
                lines.getLast());
        assertEquals(List.of(), told.events());
    }

    private Log open() {
        return assertInstanceOf(Opened.class, sink.open(ORDER, told)).log();
    }
}
