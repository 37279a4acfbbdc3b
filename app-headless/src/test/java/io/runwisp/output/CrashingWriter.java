package io.runwisp.output;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Limits;
import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Opened;
import io.runwisp.engine.OutputSink.Order;
import io.runwisp.engine.OutputSinkEvents;
import io.runwisp.model.LogFullPolicy;
import io.runwisp.time.SystemWallClock;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** A program that writes a log, with rotations, until it is killed. It says on its standard output how far it is. */
public final class CrashingWriter {

    private static final int LAST = 100_000_000;

    private CrashingWriter() {
    }

    /** Arguments: the directory of the logs, a seed. */
    public static void main(String[] arguments) {
        OutputSink sink = new FileOutputSink(Path.of(arguments[0]), new LocalLogDisk(), new SystemWallClock(),
                ZoneId.of("UTC"), new LineBus());
        Random random = new Random(Long.parseLong(arguments[1]));
        Limits limits = new Limits(20_000L + random.nextInt(400_000), LogFullPolicy.DROP_OLD, 0);
        Order order = new Order(Workbench.RUN, "crash", Workbench.START, limits, List.of());
        if (sink.open(order, new OutputSinkEvents()) instanceof Opened(Log log)) {
            int done = 0;
            while (done < LAST) {
                int next = done + 1 + random.nextInt(800);
                RotationTest.printLines(log, done, next);
                done = next;
                System.out.println(done);
            }
        }
    }
}
