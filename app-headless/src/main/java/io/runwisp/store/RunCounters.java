package io.runwisp.store;

import java.util.List;

/** The counters as one connection read them last. They are read again when somebody else has committed since. Whoever holds the connection asks. */
final class RunCounters {

    private final DayCounters days;
    private List<RunCell> cells = List.of();
    private List<RunCell> present = List.of();
    private long version = -1;

    /** @param days which all connections share */
    RunCounters(DayCounters days) {
        this.days = days;
    }

    DayCounters days() {
        return days;
    }

    /** How many runs there are of each sort of run that there are runs of, as the transaction of the mapper sees them. */
    List<RunCell> cells(RunMapper mapper) {
        long now = mapper.dataVersion();
        if (now != version) {
            cells = mapper.cells(cells);
            present = cells.stream().filter(cell -> cell.n() > 0).toList();
            version = now;
        }
        return present;
    }
}
