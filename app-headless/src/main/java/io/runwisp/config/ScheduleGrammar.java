package io.runwisp.config;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Judges the text of a {@code cron} key. The port is declared here, where it is needed, and answered by {@code io.runwisp.schedule}, the only package
 * that knows cron.
 */
public interface ScheduleGrammar {

    /** Reads one expression, exactly as written in the file, for a unit whose zone is {@code zone}. */
    Verdict judge(String text, ZoneId zone);

    /** What was found out about an expression. */
    sealed interface Verdict {
    }

    /**
     * The expression is well formed and fires at least once in the next five years.
     *
     * @param ownZone the zone of a {@code TZ=} prefix, or null
     */
    record Accepted(@Nullable ZoneId ownZone) implements Verdict {
    }

    /**
     * The expression cannot be used.
     *
     * @param offset where the offending part begins in the text, from 0
     * @param length how long it is, at least 1
     * @param reason what is wrong, without the expression itself, e.g. {@code minute 75 is outside 0-59}
     * @param remedy what to write instead
     */
    record Rejected(int offset, int length, String reason, String remedy) implements Verdict {
    }
}
