package io.runwisp.api.metrics;

import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.model.EndReason;
import io.runwisp.store.RunTotals;
import io.runwisp.store.RunTotals.Total;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures about runs: of all units together, and of each that is in the configuration. */
final class RunFigures {

    /** Units beyond this many, by name, have no series of their own: each has about a dozen lines. */
    static final int MOST_UNITS = 500;

    private static final Set<EndReason> FAILURES = EnumSet.of(EndReason.FAILED, EndReason.CRASHED, EndReason.TIMEOUT,
            EndReason.LOG_OVERFLOW, EndReason.START_FAILED, EndReason.UNHEALTHY);

    private final RunTotals.Reading reading;
    private final List<Unit> units;
    private final Map<String, List<Total>> byUnit = new HashMap<>();

    RunFigures(RunTotals.Reading reading, Config config) {
        this.reading = reading;
        this.units = config.units().values().stream().limit(MOST_UNITS).toList();
        reading.totals().forEach(total -> byUnit.computeIfAbsent(total.unit(), _ -> new ArrayList<>()).add(total));
    }

    void write(OpenMetrics page) {
        all(page);
        lastFailure(page);
        active(page);
        ends(page);
        durations(page);
    }

    private void all(OpenMetrics page) {
        Map<String, Long> counts = new LinkedHashMap<>();
        List.of("success", "failed", "missed", "other").forEach(status -> counts.put(status, 0L));
        reading.totals().forEach(total -> counts.merge(status(total.reason()), total.count(), Long::sum));
        OpenMetrics.Family runs = page.family("runwisp_runs", "counter",
                "Runs that are over, removed ones included. failed: failed, timeout, crashed, log_overflow, start_failed, unhealthy.");
        counts.forEach((status, count) -> runs.sample(count, "status", status));
    }

    private static String status(EndReason reason) {
        return reason == EndReason.SUCCESS || reason == EndReason.MISSED
                ? reason.word()
                : FAILURES.contains(reason) ? "failed" : "other";
    }

    private void lastFailure(OpenMetrics page) {
        OpenMetrics.Family family = page.family("runwisp_runs_last_failure_timestamp_seconds", "gauge", "seconds",
                "When a run failed last.");
        reading.totals()
            .stream()
            .filter(total -> FAILURES.contains(total.reason()))
            .map(Total::lastAt)
            .max(Instant::compareTo)
            .ifPresent(at -> family.part("", BigDecimal.valueOf(at.toEpochMilli(), 3)));
    }

    private void active(OpenMetrics page) {
        OpenMetrics.Family family = page.family("runwisp_task_active_runs", "gauge",
                "Runs that have a process now.");
        units.forEach(unit -> family.sample(reading.active().getOrDefault(unit.name(), 0), labels(unit)));
    }

    private void ends(OpenMetrics page) {
        OpenMetrics.Family family = page.family("runwisp_task_runs", "counter",
                "Runs of a unit that are over, by end reason, removed ones included.");
        for (Unit unit : units) {
            Map<EndReason, Long> counts = new EnumMap<>(EndReason.class);
            counts.put(EndReason.SUCCESS, 0L);
            counts.put(EndReason.FAILED, 0L);
            of(unit).forEach(total -> counts.merge(total.reason(), total.count(), Long::sum));
            counts.forEach((reason, count) -> family.sample(count, labels(unit, "end_reason", reason.word())));
        }
    }

    private void durations(OpenMetrics page) {
        OpenMetrics.Family family = page.family("runwisp_task_run_duration_seconds", "histogram", "seconds",
                "How long runs took that had a process.");
        for (Unit unit : units) {
            long[] bands = new long[RunTotals.BOUNDS_MILLIS.size() + 1];
            long millis = 0;
            for (Total total : of(unit)) {
                if (total.band() != RunTotals.DID_NOT_RUN) {
                    bands[total.band()] += total.count();
                    millis += total.durationMillis();
                }
            }
            long sum = 0;
            for (int band = 0; band < bands.length; band++) {
                sum += bands[band];
                family.part("_bucket", BigDecimal.valueOf(sum), labels(unit, "le", bound(band)));
            }
            family.part("_count", BigDecimal.valueOf(sum), labels(unit));
            family.part("_sum", BigDecimal.valueOf(millis, 3), labels(unit));
        }
    }

    /** In the canonical form that the standard asks for. */
    private static String bound(int band) {
        return band == RunTotals.BOUNDS_MILLIS.size()
                ? "+Inf"
                : Double.toString(RunTotals.BOUNDS_MILLIS.get(band) / 1000.0);
    }

    private List<Total> of(Unit unit) {
        return byUnit.getOrDefault(unit.name(), List.of());
    }

    private static String[] labels(Unit unit, String... more) {
        String[] labels = new String[4 + more.length];
        labels[0] = "task";
        labels[1] = unit.name();
        labels[2] = "kind";
        labels[3] = unit.kind().word();
        System.arraycopy(more, 0, labels, 4, more.length);
        return labels;
    }
}
