package io.runwisp.client;

import org.jspecify.annotations.Nullable;

/**
 * The part of {@link DaemonApi} that goes on. A stream that is cut goes on by itself where it was, without a gap and without telling anything twice; its
 * listener hears of the pause.
 */
public interface StreamOperations {

    /** The most lines from disk that a stream can begin with. */
    int MOST_REPLAY = 50_000;
    /** How many lines from disk a stream begins with at most when nobody says. */
    int USUAL_REPLAY = 5000;

    /**
     * Everything that happens.
     *
     * @param after the place in the journal behind which to begin, or null to hear of what comes only. Whoever shows a state asks for the stream first and for
     *            the state then.
     */
    Subscription events(@Nullable Long after, StreamListener<DaemonEvent> listener);

    /** The log of the daemon: the last 100 lines, then what comes. After a pause some lines may be told again. */
    Subscription daemonLog(StreamListener<String> listener);

    /**
     * Lines of the log of a run, from disk and then as they come, each once and in order; what is left out is announced.
     *
     * @param from the number of the first line; a negative one counts from the end
     * @param replay the most lines from disk, 1 to {@link #MOST_REPLAY}
     * @throws ApiProblem {@code run_unknown} or {@code log_unknown}
     */
    Subscription logStream(String unit, String run, long from, int replay, StreamListener<LogEvent> listener);

    /**
     * Lines of all replicas of a service, tagged.
     *
     * @param replay the most lines from disk, 1 to {@link #MOST_REPLAY}
     * @throws ApiProblem {@code unit_unknown}
     */
    Subscription serviceLogStream(String service, int replay, StreamListener<LogEvent> listener);
}
