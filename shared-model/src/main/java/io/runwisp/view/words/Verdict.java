package io.runwisp.view.words;

import io.runwisp.model.EndReason;
import io.runwisp.model.RunPhase;
import io.runwisp.wire.run.Run;

/**
 * What became of a run, in a mark, a word and a tone.
 *
 * @param says what the word means, for whoever wants to know more
 * @param failure whether it counts as a failure
 */
public record Verdict(Mark mark, String word, Tone tone, String says, boolean failure) {

    private static final Verdict WAITING = new Verdict(Mark.WAITING, "waiting", Tone.WAIT,
            "It is on record and waits for its start.", false);
    private static final Verdict RUNNING = new Verdict(Mark.RUNNING, "running", Tone.ACTIVE, "It runs.", false);

    /** What became of a run. */
    public static Verdict of(Run run) {
        if (run.status().equals(RunPhase.PENDING.word())) {
            return WAITING;
        }
        String reason = run.endReason();
        return reason == null
                ? RUNNING
                : EndReason.ofWord(reason)
                    .map(Verdict::of)
                    .orElseGet(() -> new Verdict(Mark.DEGRADED, reason.replace('_', ' '), Tone.WARN,
                            "A newer daemon says so.", false));
    }

    /** What an end reason comes to. */
    public static Verdict of(EndReason reason) {
        return switch (reason) {
            case SUCCESS -> new Verdict(Mark.SUCCEEDED, "succeeded", Tone.GOOD, "It ended by itself, and all is well.",
                    false);
            case FAILED -> bad(Mark.FAILED, "failed",
                    "It ended with an exit code or an output that counts as a failure, or could not be started.");
            case TIMEOUT -> bad(Mark.FAILED, "timed out", "It ran into its time limit and was ended.");
            case LOG_OVERFLOW -> bad(Mark.FAILED, "log overflow", "Its log reached its largest size, so it was ended.");
            case CRASHED -> bad(Mark.DEAD, "crashed", "The daemon died while it ran, so nobody saw its exit.");
            case START_FAILED -> bad(Mark.DEAD, "gave up", "Too many starts in a row failed, so it was given up.");
            case UNHEALTHY -> bad(Mark.FAILED, "unhealthy", "Its health check failed too often, so it was ended.");
            case MISSED -> new Verdict(Mark.MISSED, "missed", Tone.WARN,
                    "Its time passed while the daemon was down, the machine slept or the clock jumped.", true);
            case STOPPED -> off("stopped", "It was ended on purpose.");
            case DAEMON_STOPPED -> off("stopped", "It was ended with the daemon, which could not wait for it.");
            case SKIPPED -> off("skipped", "An earlier run was still going on, so it did not start.");
            case QUEUE_FULL -> off("queue full", "As many runs as allowed were waiting already, so it did not start.");
            case DST_SKIPPED -> new Verdict(Mark.MISSED, "skipped by the clock", Tone.QUIET,
                    "Its time came twice, or was merged, when the clocks were changed.", false);
        };
    }

    private static Verdict bad(Mark mark, String word, String says) {
        return new Verdict(mark, word, Tone.BAD, says, true);
    }

    private static Verdict off(String word, String says) {
        return new Verdict(Mark.OFF, word, Tone.QUIET, says, false);
    }
}
