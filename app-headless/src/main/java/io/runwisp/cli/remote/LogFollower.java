package io.runwisp.cli.remote;

import io.runwisp.client.ApiFailure;
import io.runwisp.client.LogEvent;
import io.runwisp.client.StreamListener;
import io.runwisp.view.run.RunRow;
import io.runwisp.wire.log.LogLine;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Prints a stream of lines as it comes. */
final class LogFollower implements StreamListener<LogEvent> {

    private final LinePrinter lines;
    private final String prefix;
    private final Predicate<LogLine> wanted;
    private final @Nullable String service;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile @Nullable ApiFailure failure;

    /** Prints all lines of a run. */
    LogFollower(LinePrinter lines, String prefix) {
        this(lines, prefix, _ -> true, null);
    }

    /**
     * Prints the lines that are wanted.
     *
     * @param service names the replicas of a service by their own prefix; null for a run
     */
    LogFollower(LinePrinter lines, String prefix, Predicate<LogLine> wanted, @Nullable String service) {
        this.lines = lines;
        this.prefix = prefix;
        this.wanted = wanted;
        this.service = service;
    }

    /** Returns when the stream has ended. */
    void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ApiFailure why = failure;
        if (why != null) {
            throw why;
        }
    }

    @Override
    public void next(LogEvent event) {
        switch (event) {
            case LogEvent.Line line -> print(prefix, line.line());
            case LogEvent.ServiceLine line -> print(service == null
                    ? prefix
                    : RunRow.label(service, line.line().replicaIndex()) + " | ", line.line().line());
            case LogEvent.Rotated rotated ->
                lines.note(prefix + "(lines before " + rotated.rotation().firstAvailable() + " are gone)");
            case LogEvent.Dropped dropped -> lines.note(prefix + "(" + dropped.gap().count()
                    + " lines came too fast to be shown here; they are in the log)");
            case LogEvent.Region _ -> {
            }
            case LogEvent.Done _ -> end.countDown();
        }
    }

    private void print(String whose, LogLine line) {
        if (wanted.test(line)) {
            lines.line(whose, line.stream(), line.text());
            lines.flush();
        }
    }

    @Override
    public void paused(ApiFailure why) {
        lines.note(prefix + "(the connection is cut; trying again)");
    }

    @Override
    public void resumed() {
        lines.note(prefix + "(connected again)");
    }

    @Override
    public void ended(@Nullable ApiFailure why) {
        failure = why;
        end.countDown();
    }
}
