package io.runwisp.notify.ping;

import io.runwisp.notify.line.WorkLine;
import io.runwisp.notify.ping.Monitor.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pings of one unit that the monitor has not taken yet. */
final class PingQueue implements WorkLine.Job<Ping> {

    /** So many wait; the oldest gives way, because a monitor wants to know what is now. */
    static final int MOST_WAITING = 64;
    /** The first wait after a ping that was not taken; each one behind it is twice as long. */
    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    /** The longest wait. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final String unit;
    private final Ways ways;
    private final WorkLine<Ping> line;
    /** Owned by the worker of the line. */
    private int failures;

    /** What it goes by. */
    interface Ways {

        /** Where a ping goes, or null when its unit has no monitor any more. */
        @Nullable
        URI address(Ping ping);

        Function<URI, Answer> posting(Ping ping);

        /** Something worth a line in the log. */
        void say(String text);

        /** What waits is another. */
        void moved();
    }

    PingQueue(String unit, Ways ways) {
        this.unit = unit;
        this.ways = ways;
        this.line = new WorkLine<>("runwisp-ping-" + unit, MOST_WAITING, this);
    }

    /** What was not taken yet. */
    WorkLine<Ping> line() {
        return line;
    }

    @Override
    public WorkLine.Step take(Ping ping) {
        URI address = ways.address(ping);
        Answer answer = address == null
                ? new Monitor.Refused("it has none any more")
                : ways.posting(ping).apply(address);
        return switch (answer) {
            case Monitor.Taken _ -> {
                if (failures > 0) {
                    ways.say("the monitor of " + unit + " takes pings again");
                }
                failures = 0;
                yield new WorkLine.Done();
            }
            case Monitor.Refused(String reason) -> {
                refused(reason);
                yield new WorkLine.Done();
            }
            case Monitor.Silent(String reason) -> {
                if (failures++ == 0 && !line.isClosed()) {
                    ways.say("the monitor of " + unit + " takes no ping; it is tried again: " + reason);
                }
                yield new WorkLine.Again(wait(failures));
            }
        };
    }

    private void refused(String reason) {
        ways.say("the monitor of " + unit + " does not take a ping, which is dropped: " + reason);
    }

    private static Duration wait(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    @Override
    public void failed(Ping ping, Throwable fault) {
        refused("a fault of RunWisp: " + fault.getClass().getSimpleName());
    }

    @Override
    public void gaveWay(Ping ping, boolean first) {
        ways.say("the oldest ping of " + unit + " was dropped, because " + MOST_WAITING + " wait for its monitor");
    }

    @Override
    public void moved() {
        ways.moved();
    }
}
