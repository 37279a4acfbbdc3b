package io.runwisp.api.foresight;

import io.runwisp.engine.Fact;
import io.runwisp.engine.FactKind;
import io.runwisp.model.Run;
import io.runwisp.model.RunPhase;
import io.runwisp.wire.unit.WhyCause;
import io.runwisp.wire.unit.WhyVerdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What recorded rows and facts say about one instant. Pure. */
final class Verdicts {

    /** The most telling first. */
    private static final List<FactKind> TELLING = List.of(FactKind.DAEMON_DOWN, FactKind.PAUSED,
            FactKind.JOURNAL_STALLED, FactKind.CLOCK_STEP, FactKind.CONFIGURATION, FactKind.UNIT_PRESENT,
            FactKind.DAEMON_UP);

    private Verdicts() {
    }

    /** What a verdict rests on. */
    record Found(WhyVerdict verdict, @Nullable Run run) {
    }

    /** About an instant of the past at which the unit was there. */
    static Found of(@Nullable Instant slot, Instant asked, List<Fact> facts, List<Run> later, List<Run> earlier) {
        Run row = slot == null ? null : accountOf(slot, later);
        if (row != null) {
            return new Found(verdict(row), row);
        }
        for (Run run : earlier) {
            if (wasThere(run, asked)) {
                boolean over = run.end() != null && run.end().at().isBefore(asked);
                boolean begun = !over && run.start() != null && !run.start().at().isAfter(asked);
                return new Found(begun ? WhyVerdict.RAN : WhyVerdict.WAITING, run);
            }
        }
        if (slot == null) {
            return new Found(WhyVerdict.NO_SLOT, earlier.isEmpty() ? null : earlier.getFirst());
        }
        boolean explained = facts.stream().anyMatch(fact -> TELLING.indexOf(fact.kind()) < 4);
        return new Found(explained ? WhyVerdict.DID_NOT_RUN : WhyVerdict.NOT_RECORDED, null);
    }

    /** The facts as causes. */
    static List<WhyCause> causes(List<Fact> facts) {
        return facts.stream()
            .sorted(Comparator.comparingInt(fact -> TELLING.indexOf(fact.kind())))
            .map(fact -> new WhyCause(fact.kind().word(), fact.from(), fact.until(),
                    fact.detail().isEmpty() ? null : fact.detail()))
            .toList();
    }

    /** Each slot has its own row, or is one of a gap whose row stands at the last slot of the gap. */
    private static @Nullable Run accountOf(Instant slot, List<Run> later) {
        Run gap = null;
        for (Run run : later) {
            Instant scheduled = run.origin().scheduledAt();
            if (scheduled != null && scheduled.equals(slot)) {
                return run;
            }
            boolean missed = run.outcome().equals("missed") && scheduled != null && scheduled.isAfter(slot);
            if (gap == null && scheduled != null && scheduled.isAfter(slot)) {
                if (!missed) {
                    return null;
                }
                gap = run;
            }
        }
        return gap;
    }

    private static WhyVerdict verdict(Run row) {
        if (row.start() != null) {
            return WhyVerdict.RAN;
        }
        return row.phase() == RunPhase.PENDING ? WhyVerdict.WAITING : WhyVerdict.DID_NOT_RUN;
    }

    private static boolean wasThere(Run run, Instant asked) {
        return (run.end() == null || !run.end().at().isBefore(asked)) && !run.origin().createdAt().isAfter(asked)
                || run.nextRetryAt() != null && run.end() != null && !run.nextRetryAt().isBefore(asked);
    }
}
