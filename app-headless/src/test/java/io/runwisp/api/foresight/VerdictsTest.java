package io.runwisp.api.foresight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.runwisp.engine.Fact;
import io.runwisp.engine.FactKind;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.RunStart;
import io.runwisp.model.Trigger;
import io.runwisp.model.UlidSequence;
import io.runwisp.wire.unit.WhyVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why something did or did not run, rule by rule. */
final class VerdictsTest {

    private static final Instant FOUR = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant FIVE = FOUR.plus(Duration.ofHours(1));
    private static final Instant SIX = FIVE.plus(Duration.ofHours(1));
    private static final UlidSequence IDS = new UlidSequence(FOUR::toEpochMilli, new Random(1));
    private static final Fact UP = fact(FactKind.DAEMON_UP);

    private static Fact fact(FactKind kind) {
        return new Fact(kind, "", FOUR, null, "because");
    }

    private static Run row(Instant slot, Instant created) {
        return Run.pending(new RunId(IDS.next().text()), "a", 0,
                new RunOrigin(Trigger.CRON, created, slot, 0, null, Map.of(), null));
    }

    private static Run unrun(Instant slot, EndReason reason) {
        return row(slot, slot).withEnd(RunEnd.without(slot, reason, false));
    }

    private static Run ran(Instant slot, Instant created, Instant until) {
        return row(slot, created).withStart(new RunStart(created, "x.log", null))
            .withEnd(new RunEnd(until, EndReason.SUCCESS, 0, false, Duration.between(created, until), null));
    }

    private static WhyVerdict at(@Nullable Instant slot, Instant asked, List<Fact> facts, Run... later) {
        return Verdicts.of(slot, asked, facts, List.of(later), List.of()).verdict();
    }

    @Test
    void aSlotIsAnsweredByItsRow() {
        assertEquals(WhyVerdict.RAN, at(FOUR, FOUR, List.of(UP), ran(FOUR, FOUR, FIVE)));
        assertEquals(WhyVerdict.WAITING, at(FOUR, FOUR, List.of(UP), row(FOUR, FOUR)));
        for (EndReason reason : List.of(EndReason.SKIPPED, EndReason.QUEUE_FULL, EndReason.DST_SKIPPED,
                EndReason.MISSED)) {
            assertEquals(WhyVerdict.DID_NOT_RUN, at(FOUR, FOUR, List.of(UP), unrun(FOUR, reason)));
        }
    }

    @Test
    void aSlotOfAGapIsAnsweredByTheRowOfTheGap() {
        Run gap = unrun(SIX, EndReason.MISSED);
        assertEquals(gap, Verdicts.of(FOUR, FOUR, List.of(UP), List.of(gap), List.of()).run());
        assertEquals(WhyVerdict.NOT_RECORDED, at(FOUR, FOUR, List.of(UP), ran(FIVE, FIVE, FIVE), gap));
    }

    @Test
    void aSlotThatWasCaughtUpIsAnsweredByItsRun() {
        Run late = ran(FIVE, SIX, SIX);
        assertEquals(late, Verdicts.of(FIVE, FIVE, List.of(UP), List.of(unrun(SIX, EndReason.MISSED), late), List.of())
            .run());
    }

    @Test
    void withoutARowTheFactsExplain() {
        assertEquals(WhyVerdict.DID_NOT_RUN, at(FOUR, FOUR, List.of(UP, fact(FactKind.PAUSED))));
        assertEquals(WhyVerdict.DID_NOT_RUN, at(FOUR, FOUR, List.of(fact(FactKind.DAEMON_DOWN))));
        assertEquals(WhyVerdict.NOT_RECORDED, at(FOUR, FOUR, List.of(UP)));
    }

    @Test
    void betweenSlotsWhatWasUnderWayAnswers() {
        Run run = ran(FOUR, FOUR, SIX);
        assertEquals(WhyVerdict.RAN, Verdicts.of(null, FIVE, List.of(UP), List.of(), List.of(run)).verdict());
        assertEquals(WhyVerdict.NO_SLOT,
                Verdicts.of(null, SIX.plusSeconds(1), List.of(UP), List.of(), List.of(run)).verdict());
        assertEquals(WhyVerdict.WAITING,
                Verdicts.of(null, FIVE, List.of(UP), List.of(), List.of(row(FOUR, FOUR))).verdict());
        Run failed = ran(FOUR, FOUR, FOUR).withNextRetryAt(SIX);
        Verdicts.Found found = Verdicts.of(null, FIVE, List.of(UP), List.of(), List.of(failed));
        assertEquals(WhyVerdict.WAITING, found.verdict());
        assertNull(Verdicts.of(null, FIVE, List.of(UP), List.of(), List.of()).run());
    }

    @Test
    void theMostTellingCauseComesFirst() {
        assertEquals(List.of("paused", "configuration", "daemon_up"),
                Verdicts.causes(List.of(UP, fact(FactKind.CONFIGURATION), fact(FactKind.PAUSED)))
                    .stream()
                    .map(cause -> cause.kind())
                    .toList());
    }
}
