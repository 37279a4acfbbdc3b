package io.runwisp.output;

import io.runwisp.disk.TinyDisk;
import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Opened;
import io.runwisp.engine.OutputSink.Order;
import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.engine.OutputSinkEvents;
import io.runwisp.model.RunId;
import io.runwisp.output.format.LogFiles;
import io.runwisp.time.VirtualWallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** Logs that fill their disk, in a process of its own. What it prints is what {@link FullDiskTest} looks at. */
final class FullDiskLog {

    private static final int MANY = 100_000;

    private final Path directory;
    private final Path logs;
    private final OutputSink sink;

    private FullDiskLog(Path directory) {
        this.directory = directory;
        logs = directory.resolve("logs");
        sink = new FileOutputSink(logs, new LocalLogDisk(), new VirtualWallClock(Workbench.START), ZoneId.of("UTC"),
                new LineBus());
    }

    public static void main(String[] arguments) throws IOException {
        FullDiskLog program = new FullDiskLog(Path.of(arguments[0]));
        program.fill("stays full", "01ARZ3NDEKTSV4RRFFQ69G5FA1", false);
        program.fill("gets room", "01ARZ3NDEKTSV4RRFFQ69G5FA2", true);
    }

    private void fill(String name, String id, boolean room) throws IOException {
        OutputSinkEvents told = new OutputSinkEvents();
        Order order = new Order(new RunId(id), "flood", Workbench.START, Workbench.NO_LIMITS, List.of());
        if (!(sink.open(order, told) instanceof Opened(Log log))) {
            throw new IllegalStateException("the log was not opened");
        }
        Path filler = TinyDisk.fill(directory, MANY);
        RotationTest.printLines(log, 0, MANY);
        if (room) {
            Files.delete(filler);
        }
        RotationTest.printLines(log, MANY, MANY + 10);
        Totals totals = log.finish();
        if (!room) {
            Files.delete(filler);
        }
        List<String> lines = new WrittenLog(LogFiles.in(logs.resolve("flood"), log.fileName())).lines();
        int whole = 0;
        while (whole < lines.size() && lines.get(whole).equals(RotationTest.line(whole))) {
            whole++;
        }
        System.out.println(name + ": told " + told.events());
        System.out.println(name + ": some lines are whole " + (whole > 100 && whole < MANY) + ", then "
                + lines.subList(whole, lines.size()));
        System.out.println(name + ": cut " + totals.cut() + ", produced " + totals.producedBytes() + ", lines counted "
                + (totals.lines() == lines.size()));
    }
}
