package io.runwisp.daemon.life;

import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.time.MonotonicClock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** How a daemon comes to its end: the first signal lets everything end, the second kills, and neither can be kept waiting for ever. */
record Ending(Serving serving, Directions directions, MonotonicClock clock, DaemonLog log, Reloading reloading) {

    /** Shells, {@code timeout} and others send one signal to a process and to its group: what comes so close is the same wish. */
    static final Duration ECHO = Duration.ofMillis(300);

    /**
     * Waits for the end.
     *
     * @param quiet how often it is looked whether the files of the configuration have changed
     * @param longest the time that everything has to end
     * @param margin what the engine may take beyond that
     * @return whether the engine came to its end
     */
    boolean await(Duration quiet, Supplier<Duration> longest, Duration margin) {
        boolean ending = false;
        long began = 0;
        Duration ceiling = longest.get();
        while (true) {
            Duration left = ceiling.plus(margin).minusNanos(clock.nanos() - began);
            String signal = directions.next(ending ? left : quiet);
            if (signal == null) {
                if (ending) {
                    log.error("the engine did not come to its end within " + seconds(ceiling.plus(margin))
                            + "; what is left is found and stopped at the next start");
                    return false;
                }
                reloading.look();
            } else if (signal.isEmpty()) {
                log.info("everything has ended"
                        + (ending ? " after " + seconds(Duration.ofNanos(clock.nanos() - began)) : ""));
                return true;
            } else if (signal.equals("SIGHUP")) {
                if (!ending) {
                    reloading.begin();
                }
            } else if (!ending || clock.nanos() - began > ECHO.toNanos()) {
                ceiling = ending ? ceiling : longest.get();
                log.info(signal + (ending ? ": killing what is left"
                        : ": everything is told to end and has " + seconds(ceiling)
                                + "; a second signal kills at once"));
                began = ending ? began : clock.nanos();
                ending = true;
                serving.end();
            }
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
