package io.runwisp.model;

import java.util.Optional;

/** Why a run is over, or why it never began. */
public enum EndReason implements Word {
    /** It ended by itself with exit code 0 and nothing in its output was declared a failure. */
    SUCCESS("success"),
    /** It ended by itself with another exit code, its output matched a failure pattern, or it could not be started. */
    FAILED("failed"),
    /** It was still running when its time limit was over, and was ended. */
    TIMEOUT("timeout"),
    /** It was ended on purpose: by hand, by the overlap policy, by a restart or by the end of the daemon. */
    STOPPED("stopped"),
    /** The daemon died while it ran, so its exit was not observed. */
    CRASHED("crashed"),
    /** It did not start because the overlap policy let an earlier run go on alone. */
    SKIPPED("skipped"),
    /** It was ended because its log had reached its largest size. */
    LOG_OVERFLOW("log_overflow"),
    /** It did not start because as many runs as allowed were waiting already. */
    QUEUE_FULL("queue_full"),
    /** It did not start because its wall-clock time came a second time when daylight saving ended, or was merged. */
    DST_SKIPPED("dst_skipped"),
    /** It did not start because the daemon was down, the machine slept or the clock jumped over its time. */
    MISSED("missed"),
    /** It was the last try of a replica that was given up after too many failed starts. */
    START_FAILED("start_failed"),
    /** It was ended because its health check had failed too often. */
    UNHEALTHY("unhealthy"),
    /** It was killed because it had not ended when the time limit of the daemon's own shutdown was over. */
    DAEMON_STOPPED("daemon_stopped");

    private final String word;

    EndReason(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** The reason that has this word; the newer word {@code succeeded} is read as {@link #SUCCESS}. */
    public static Optional<EndReason> ofWord(String written) {
        if (written.equals("succeeded")) {
            return Optional.of(SUCCESS);
        }
        return Word.find(values(), written);
    }
}
