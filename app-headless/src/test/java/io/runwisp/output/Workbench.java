package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Opened;
import io.runwisp.engine.OutputSink.Order;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.engine.OutputSinkEvents;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.model.RunId;
import io.runwisp.output.format.LogFiles;
import io.runwisp.time.VirtualWallClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A sink on a directory of a test, with its clock and its disk at hand. */
final class Workbench {

    static final RunId RUN = new RunId("01ARZ3NDEKTSV4RRFFQ69G5FAV");
    static final Instant START = Instant.parse("2026-11-20T14:03:05Z");
    static final Limits NO_LIMITS = new Limits(0, LogFullPolicy.DROP_OLD, 0);

    final VirtualWallClock clock = new VirtualWallClock(START);
    final FaultyLogDisk disk = new FaultyLogDisk();
    final LineBus bus = new LineBus();
    final OutputSinkEvents told = new OutputSinkEvents();
    final FileOutputSink sink;
    final Path logs;

    Workbench(Path directory) {
        logs = directory.resolve("logs");
        sink = new FileOutputSink(logs, disk, clock, ZoneId.of("Europe/Berlin"), bus);
    }

    Log open(Limits limits, String... secrets) {
        Order order = new Order(RUN, "db.backup", START, limits, List.of(secrets));
        OutputSink.Opening opening = sink.open(order, told);
        return assertInstanceOf(Opened.class, opening, opening::toString).log();
    }

    static void print(Log log, String text) {
        log.take(Source.STDOUT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    LogFiles files(Log log) {
        return LogFiles.in(logs.resolve("db_backup"), log.fileName());
    }

    WrittenLog written(Log log) {
        return new WrittenLog(files(log));
    }
}
