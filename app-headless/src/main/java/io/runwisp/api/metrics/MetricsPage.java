package io.runwisp.api.metrics;

import io.runwisp.api.host.HostSampler;
import io.runwisp.api.host.OwnProcess;
import io.runwisp.api.host.Uptime;
import io.runwisp.config.Config;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalState;
import io.runwisp.store.NoticeQueries;
import io.runwisp.store.RunTotals;
import io.runwisp.time.MonotonicClock;
import io.runwisp.wire.daemon.MetricsSample;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The page of figures. However often it is asked for, it is made once a second at most, by one thread at a time. */
public final class MetricsPage {

    /** What the answer is said to be. */
    public static final String CONTENT_TYPE = OpenMetrics.CONTENT_TYPE;

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Sources sources;
    private final MonotonicClock clock;
    private @Nullable String page;
    private long made;

    /**
     * Where the figures come from.
     *
     * @param sinceTurn how long ago the engine began its latest turn
     * @param faults how often the engine had a fault of its own
     * @param subscribers how many listen to events
     */
    public record Sources(String version, Supplier<Config> config, RunTotals totals, NoticeQueries notices,
            RunJournal journal, HostSampler host, OwnProcess process, Uptime uptime, Supplier<Duration> sinceTurn,
            LongSupplier faults, IntSupplier subscribers) {
    }

    /** A page that nobody has asked for yet. */
    public MetricsPage(Sources sources, MonotonicClock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * The page, complete.
     *
     * @throws io.runwisp.store.StoreException when the database cannot be read
     */
    public synchronized String text() {
        long now = clock.nanos();
        String last = page;
        if (last != null && now - made < KEPT.toNanos()) {
            return last;
        }
        String fresh = write();
        page = fresh;
        made = now;
        return fresh;
    }

    private String write() {
        OpenMetrics out = new OpenMetrics();
        new RunFigures(sources.totals().read(), sources.config().get()).write(out);
        host(out);
        daemon(out);
        process(out);
        return out.end();
    }

    private void host(OpenMetrics out) {
        MetricsSample sample = sources.host().latest();
        out.family("runwisp_daemon_cpu_percent", "gauge", "percent", "How busy the processors of the machine are.")
            .sample(sample.cpu());
        out.family("runwisp_daemon_memory_used_bytes", "gauge", "bytes", "Memory of the machine that is in use.")
            .sample(sample.memUsed());
        out.family("runwisp_daemon_memory_total_bytes", "gauge", "bytes", "Memory of the machine.")
            .sample(sample.memTotal());
    }

    private void daemon(OpenMetrics out) {
        out.family("runwisp_daemon_uptime_seconds", "gauge", "seconds", "How long the daemon has been up.")
            .sample(seconds(sources.uptime().length()));
        out.family("runwisp_engine_heartbeat_age_seconds", "gauge", "seconds",
                "How long ago the engine showed a sign of life; it does so each 30 seconds at least.")
            .sample(seconds(sources.sinceTurn().get()));
        out.family("runwisp_engine_faults", "counter", "Faults of the engine's own since the daemon started.")
            .sample(sources.faults().getAsLong());
        out.family("runwisp_journal_stalled", "gauge", "1 while the journal cannot be written and nothing new starts.")
            .sample(sources.journal().state() instanceof RunJournalState.Ready ? 0L : 1L);
        out.family("runwisp_event_subscribers", "gauge", "Clients that listen to events.")
            .sample(sources.subscribers().getAsInt());
        out.family("runwisp_notifications_unread", "gauge", "Rows of the bell that nobody has read.")
            .sample(sources.notices().unread());
        out.family("runwisp_build", "info", "The version of the daemon.").sample(1L, "version", sources.version());
    }

    private void process(OpenMetrics out) {
        OwnProcess.Reading own = sources.process().read();
        out.family("process_cpu_seconds", "counter", "seconds", "Processor time that the daemon itself has used.")
            .sample(seconds(own.cpu()));
        out.family("process_resident_memory_bytes", "gauge", "bytes", "Memory of the daemon itself.")
            .sample(own.residentBytes());
        out.family("process_start_time_seconds", "gauge", "seconds", "When the daemon started.")
            .part("", BigDecimal.valueOf(own.startedAt().toEpochMilli(), 3));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
