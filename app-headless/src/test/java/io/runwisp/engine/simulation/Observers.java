package io.runwisp.engine.simulation;

import io.runwisp.engine.Moment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** All checks of a world, the ledger that they share, and the last things that happened. */
final class Observers {

    private static final int REMEMBERED = Integer.getInteger("simulation.remember", 40);

    private static final long OFTEN_ENOUGH_NANOS = 500_000_000;

    private final Ledger ledger;
    private final List<Check> checks;
    private final SettleCheck settle;
    private final ShutdownCheck shutdown;
    private final SlotCheck slots;
    private final ReplayCheck replay;
    private final Deque<Happening> last = new ArrayDeque<>();
    private long happenings;
    private long quietAt;

    Observers(Ledger ledger) {
        this.ledger = ledger;
        this.settle = new SettleCheck(ledger);
        this.shutdown = new ShutdownCheck(ledger);
        this.replay = new ReplayCheck(ledger);
        this.slots = new SlotCheck(ledger);
        this.checks = List.of(new GateCheck(ledger), new RowCheck(ledger), new OverlapCheck(ledger),
                new StopCheck(ledger), new QueueCheck(ledger), new RetryCheck(ledger), new ServiceCheck(ledger),
                new EventCheck(ledger), new WatermarkCheck(ledger), slots, new StallCheck(ledger),
                shutdown, replay, settle, new ReloadCheck(ledger), new ChangeCheck(ledger));
    }

    Ledger ledger() {
        return ledger;
    }

    void happen(Happening happening) {
        happenings++;
        last.add(happening);
        if (last.size() > REMEMBERED) {
            last.remove();
        }
        ledger.note(happening);
        checks.forEach(check -> check.see(happening));
    }

    void quiet(Moment now) {
        if (now.nanos() - quietAt < OFTEN_ENOUGH_NANOS) {
            return;
        }
        quietAt = now.nanos();
        checks.forEach(check -> check.quiet(now));
    }

    ReplayCheck replay() {
        return replay;
    }

    void finished(Moment now) {
        shutdown.finished(now);
    }

    boolean isSettled(Moment now, boolean journalIdle) {
        return journalIdle && settle.unrest(now).isEmpty();
    }

    /** That it is not. */
    Violation unsettled(Moment now, boolean journalIdle) {
        return settle.violation("the world does not settle: " + settle.unrest(now) + (journalIdle ? ""
                : ", the journal is behind"));
    }

    void settled(Moment now) {
        checks.forEach(check -> check.settled(now));
    }

    /** How many slots were accounted for. */
    long slots() {
        return slots.slots();
    }

    long happenings() {
        return happenings;
    }

    /** The last things that happened, for people. */
    String last() {
        return last.stream().map(Happening::toString).collect(Collectors.joining("\n"));
    }
}
