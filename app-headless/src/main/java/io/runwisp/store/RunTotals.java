package io.runwisp.store;

import io.runwisp.model.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was counted at every end of a run, rows that retention has removed included, and what runs now. */
public final class RunTotals {

    /** The band of a run that did not run. */
    public static final int DID_NOT_RUN = -1;

    /** The upper bounds in milliseconds of the bands of durations; there is one more band, beyond the last. */
    public static final List<Long> BOUNDS_MILLIS = List.of(100L, 1_000L, 10_000L, 60_000L, 300_000L, 1_800_000L,
            7_200_000L, 43_200_000L);

    private final Readers readers;

    RunTotals(Readers readers) {
        this.readers = readers;
    }

    /**
     * How often runs of a unit came to an end of a sort.
     *
     * @param band the number of the bound that their durations do not exceed, or {@link #DID_NOT_RUN}
     * @param durationMillis all their durations together
     * @param lastAt when the latest of them ended
     */
    public record Total(String unit, EndReason reason, int band, long count, long durationMillis, Instant lastAt) {
    }

    /**
     * All of it, at one moment.
     *
     * @param active how many runs of each unit run, units without one left out
     */
    public record Reading(List<Total> totals, Map<String, Integer> active) {

        public Reading {
            totals = List.copyOf(totals);
            active = Map.copyOf(active);
        }
    }

    /** Reads it. */
    public Reading read() {
        return readers.ask(session -> {
            StateMapper mapper = session.getMapper(StateMapper.class);
            Map<String, Integer> active = new TreeMap<>();
            mapper.active().forEach(row -> active.put(row.taskName(), row.n()));
            return new Reading(mapper.totals().stream().map(RunTotals::total).toList(), active);
        });
    }

    private static Total total(StateMapper.TotalRow row) {
        EndReason reason = EndReason.ofWord(row.endReason())
            .orElseThrow(() -> new StoreException("run_totals has the unknown end reason " + row.endReason()));
        return new Total(row.taskName(), reason, row.durationBand(), row.n(), row.durationMs(),
                InstantText.read(row.lastAt()));
    }
}
