package io.runwisp.api.foresight;

import io.runwisp.api.ground.ConfigInForce;
import io.runwisp.api.ground.EngineDoor;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.UpcomingQuery;
import io.runwisp.config.Config;
import io.runwisp.engine.EngineEffect.SchedulesSeen;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Fact;
import io.runwisp.engine.FactKind;
import io.runwisp.engine.definition.Definitions;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.Run;
import io.runwisp.schedule.EverySchedule;
import io.runwisp.schedule.plan.SlotAnswer;
import io.runwisp.schedule.plan.Upcoming;
import io.runwisp.store.FactLog;
import io.runwisp.time.WallClock;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.unit.Why;
import io.runwisp.wire.unit.WhyVerdict;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers what is due, and why a unit did or did not run. */
public final class LocalForesight {

    /** How many rows around an instant are looked at: a slot that is caught up has its row later than its time. */
    private static final int ROWS = 200;

    private final ConfigInForce config;
    private final FactLog log;
    private final EngineDoor engine;
    private final WallClock clock;
    private final Function<Run, io.runwisp.wire.run.Run> onTheWire;

    private record Known(Config config, List<TaskDefinition> tasks) {
    }

    private volatile @Nullable Known known;

    /** Answers from these. */
    public LocalForesight(ConfigInForce config, FactLog log, EngineDoor engine, WallClock clock,
            Function<Run, io.runwisp.wire.run.Run> onTheWire) {
        this.config = config;
        this.log = log;
        this.engine = engine;
        this.clock = clock;
        this.onTheWire = onTheWire;
    }

    /** What is due in a stretch of time, earliest first; what has passed already is left out. */
    public io.runwisp.wire.unit.Upcoming upcoming(UpcomingQuery query) {
        List<TaskDefinition> tasks = tasks();
        if (!(engine.ask(EngineMessage.SeeSchedules::new) instanceof SchedulesSeen seen)) {
            throw new ApiProblem(Problem.of(ProblemCode.STOPPING,
                    "The daemon is about to end, or has just begun: ask again."));
        }
        Instant now = clock.now();
        Instant from = query.from().isBefore(now) ? now : query.from();
        return SlotMerge.merge(tasks, seen.tasks(), seen.stalled(), from, query.to(), query.limit());
    }

    /**
     * Why a unit did or did not run at a time; at present, when it is null.
     *
     * @throws ApiProblem {@code unit_unknown}
     */
    public Why why(String unit, @Nullable Instant at) {
        if (!config.config().units().containsKey(unit)) {
            throw new ApiProblem(Problem.of(ProblemCode.UNIT_UNKNOWN,
                    "There is no task or service \"" + unit + "\" in the configuration."));
        }
        Instant now = clock.now();
        Instant asked = at == null ? now : at;
        SlotAnswer slots = slots(unit, asked);
        List<Fact> facts = log.between(unit, asked, asked);
        Verdicts.Found found = found(unit, asked, now, slots, facts);
        Run run = found.run();
        return new Why(unit, asked, found.verdict().word(), run == null ? null : onTheWire.apply(run),
                slots != null && due(slots) ? slots.at() : run == null ? null : run.origin().scheduledAt(),
                slots == null ? null : slots.runBefore(), slots == null ? null : slots.runAfter(),
                Verdicts.causes(facts));
    }

    private Verdicts.Found found(String unit, Instant asked, Instant now, @Nullable SlotAnswer slots,
            List<Fact> facts) {
        if (asked.isAfter(now)) {
            return new Verdicts.Found(WhyVerdict.NOT_YET, null);
        }
        if (facts.stream().noneMatch(f -> f.kind() == FactKind.DAEMON_UP || f.kind() == FactKind.DAEMON_DOWN)) {
            return new Verdicts.Found(WhyVerdict.NOT_RECORDED, null);
        }
        if (facts.stream().noneMatch(fact -> fact.kind() == FactKind.UNIT_PRESENT)) {
            return new Verdicts.Found(WhyVerdict.NOT_THERE, null);
        }
        Instant slot = due(slots) && slots != null ? slots.at() : null;
        List<Run> later = slot == null ? List.of() : log.runsFrom(unit, slot, ROWS);
        return Verdicts.of(slot, asked, facts, later, log.runsUntil(unit, asked, ROWS));
    }

    private static boolean due(@Nullable SlotAnswer slots) {
        return slots != null && slots.verdict() != SlotAnswer.Verdict.NOT_DUE;
    }

    /** What the schedule says about that second; an interval has no fixed slots. */
    private @Nullable SlotAnswer slots(String unit, Instant asked) {
        for (TaskDefinition task : tasks()) {
            if (task.name().equals(unit) && task.schedule() != null && !(task.schedule() instanceof EverySchedule)) {
                return new Upcoming(task.schedule(), task.zone()).at(asked);
            }
        }
        return null;
    }

    /** Read once for each configuration: thousands of schedules are not parsed for each question. */
    private List<TaskDefinition> tasks() {
        Config now = config.config();
        Known before = known;
        if (before == null || !before.config().equals(now)) {
            before = new Known(now, Definitions.of(now)
                .stream()
                .filter(TaskDefinition.class::isInstance)
                .map(TaskDefinition.class::cast)
                .toList());
            known = before;
        }
        return before.tasks();
    }
}
