package io.runwisp.engine;

import io.runwisp.config.grammar.Durations;
import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.engine.definition.Command;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.model.EndReason;
import io.runwisp.model.EventKind;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunId;
import io.runwisp.model.RunOrigin;
import io.runwisp.model.StopCause;
import io.runwisp.model.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One service: its places, and the lives in them. */
final class ServiceDesk implements RunOwner {

    /** The rest of this place may be over. */
    record RestKey(String service, int index) {
    }

    private final EngineTools tools;
    private ServiceDefinition definition;
    private final List<ReplicaSlot> slots = new ArrayList<>();
    private final HealthWatches health;
    private final Map<RunId, ReplicaInput.LifeOver> overs = new HashMap<>();
    private final Map<Integer, UnitPicture.Exit> exits = new HashMap<>();

    ServiceDesk(ServiceDefinition definition, EngineTools tools) {
        this.definition = definition;
        this.tools = tools;
        this.health = new HealthWatches(tools,
                (run, why, now) -> end(run, StopCause.UNHEALTHY, "ended because " + why, now));
        for (int i = 0; i < definition.instances(); i++) {
            slots.add(ReplicaSlot.parked(i));
        }
    }

    ServiceDefinition definition() {
        return definition;
    }

    /** It is this from now on. Whoever runs what has changed is started afresh; places that sleep go on sleeping. */
    void become(ServiceDefinition changed, Moment now) {
        boolean recycle = ReloadPlanner.recycles(definition, changed);
        boolean awake = awake();
        boolean otherProbe = !Objects.equals(changed.probe(), definition.probe());
        definition = changed;
        for (ReplicaSlot slot : List.copyOf(slots)) {
            if (slot.index() >= changed.instances()) {
                tell(slot.index(), new ReplicaInput.Stop(StopCause.RELOAD), now);
            } else if (recycle && !slot.asleep()) {
                tell(slot.index(), new ReplicaInput.Restart(StopCause.RELOAD), now);
            }
        }
        if (!recycle) {
            goOn(otherProbe, now);
        }
        dropSurplus();
        while (slots.size() < changed.instances()) {
            slots.add(ReplicaSlot.parked(slots.size()));
        }
        for (ReplicaSlot slot : List.copyOf(slots)) {
            if (awake && slot.state() instanceof Replica.Parked && slot.index() < changed.instances()) {
                tell(slot.index(), new ReplicaInput.Start(Trigger.SERVICE), now);
            }
        }
        fill(now);
    }

    /** Whether one of its places has no life that is to go on. */
    boolean hasRoom() {
        return slots.stream()
            .anyMatch(slot -> !(slot.state() instanceof Replica.Alive(_, var wish) && wish != Replica.Wish.STOP));
    }

    /** Whether one of its places has, or will have, a life by itself. */
    boolean awake() {
        return slots.stream().anyMatch(slot -> !slot.asleep());
    }

    /** Those that live on do so by the new rules. */
    private void goOn(boolean otherProbe, Moment now) {
        for (ReplicaSlot slot : slots) {
            RunLife life = life(slot);
            if (life != null) {
                tools.runs().follow(life.id(), definition.rules());
                if (otherProbe && life.stage() instanceof RunStage.Running && !life.dying()) {
                    health.end(life.id());
                    health.begin(life, definition, now);
                }
            }
        }
    }

    private @Nullable RunLife life(ReplicaSlot slot) {
        return slot.state() instanceof Replica.Alive(var run, _) ? tools.runs().find(run) : null;
    }

    private void dropSurplus() {
        while (slots.size() > definition.instances() && !(slots.getLast().state() instanceof Replica.Alive)) {
            slots.removeLast();
        }
    }

    /** Whether nothing of it is left. */
    boolean idle() {
        return slots.stream().noneMatch(slot -> slot.state() instanceof Replica.Alive);
    }

    /** Whether something of it may live. */
    boolean hasProcess() {
        return slots.stream().anyMatch(slot -> {
            RunLife life = life(slot);
            return life != null && life.hasProcess();
        });
    }

    /** Tells every place. */
    void tellAll(ReplicaInput input, Moment now) {
        for (ReplicaSlot slot : List.copyOf(slots)) {
            tell(slot.index(), input, now);
        }
        fill(now);
    }

    /** The rest of a place may be over. */
    void due(int index, Moment now) {
        tell(index, new ReplicaInput.Due(), now);
        fill(now);
    }

    /** Gives a life to each place that wants one, and lets those begin that were held up. */
    void fill(Moment now) {
        for (ReplicaSlot slot : List.copyOf(slots)) {
            if (tools.mayStart() && slot.state() instanceof Replica.Wanted(var trigger, boolean again)) {
                begin(slot, trigger, again, now);
            } else if (slot.state() instanceof Replica.Alive(var run, _)) {
                admit(run, now);
            }
        }
    }

    /** Its places. */
    List<ReplicaSlot> slots() {
        return List.copyOf(slots);
    }

    /** How the last life in a place ended, or null. */
    UnitPicture.@Nullable Exit lastExit(int index) {
        return exits.get(index);
    }

    /** Whether a life has yet to show that it is well. */
    boolean unproven(RunId run) {
        return health.watches(run) && !health.passed(run);
    }

    /** How it stands, in the eyes of those that depend on it. */
    Dependencies.Standing standing(Moment now) {
        boolean coming = false;
        for (ReplicaSlot slot : slots) {
            if (slot.state() instanceof Replica.Alive(var run, _) && isUp(run, now)) {
                return Dependencies.Standing.UP;
            }
            coming |= !(slot.state() instanceof Replica.Parked) && !(slot.state() instanceof Replica.GaveUp);
        }
        return coming ? Dependencies.Standing.COMING : Dependencies.Standing.ABSENT;
    }

    void probed(ProcessReport.Probed answer, Moment now) {
        if (health.answered(answer, now)) {
            tools.outbox().touch(definition.name());
        }
    }

    void probeDue(RunId replica, Moment now) {
        health.due(replica, now);
    }

    private boolean isUp(RunId run, Moment now) {
        RunLife life = tools.runs().find(run);
        if (life == null || !(life.stage() instanceof RunStage.Running(long since)) || life.dying()) {
            return false;
        }
        return health.watches(run) ? health.passed(run) : now.since(since).compareTo(Dependencies.SETTLING) >= 0;
    }

    private void tell(int index, ReplicaInput input, Moment now) {
        ReplicaTransitions.Step step = ReplicaTransitions.apply(definition, slots.get(index), input, now);
        slots.set(index, step.slot());
        tools.timers()
            .set(new RestKey(definition.name(), index),
                    step.slot().state() instanceof Replica.Resting(long until) ? until : StopLadder.NEVER);
        if (step.toEnd() != null && step.cause() != null) {
            end(step.toEnd(), step.cause(), StopOrders.why(step.cause()), now);
        }
    }

    private void end(RunId run, StopCause cause, String why, Moment now) {
        RunLife life = tools.runs().find(run);
        if (life != null) {
            tools.runs().tell(run, StopOrders.of(cause, life.rules(), why, !tools.outbox().stalled()), now);
        }
    }

    private void begin(ReplicaSlot slot, Trigger trigger, boolean again, Moment now) {
        Run run = Run.pending(tools.newId(), definition.name(), slot.index(), RunOrigin.first(trigger, now.wall()));
        tell(slot.index(), new ReplicaInput.LifeBegan(run.id()), now);
        List<RunJournalChange> together = again
                ? List.of(tools.outbox()
                    .event(EventKind.SERVICE_RESTARTED, now.wall(), definition.name(),
                            label(slot.index()) + " is started again"))
                : List.of();
        tools.runs().create(run, definition.rules(), this, together, null, now);
        admit(run.id(), now);
    }

    private void admit(RunId run, Moment now) {
        RunLife life = tools.runs().find(run);
        if (tools.mayStart() && life != null && tools.runs().mayBegin(life)) {
            tools.runs().tell(run, new RunInput.Admitted(definition.rules()), now);
        }
    }

    private @Nullable ReplicaSlot slotOf(RunId run) {
        for (ReplicaSlot slot : slots) {
            if (slot.state() instanceof Replica.Alive(var id, _) && id.equals(run)) {
                return slot;
            }
        }
        return null;
    }

    /** Part of a rest is over when it is told of. */
    private static Duration rounded(Duration left) {
        long step = left.compareTo(Duration.ofSeconds(1)) < 0 ? 100 : 500;
        return Duration.ofMillis(Math.round((double) left.toMillis() / step) * step);
    }

    private String label(int index) {
        return index == 0 ? definition.name() : definition.name() + "#" + index;
    }

    @Override
    public Command command(Run run) {
        return definition.replicaEnv()
                ? ReplicaEnvironment.of(definition.rules().command(), run.replicaIndex(), definition.instances())
                : definition.rules().command();
    }

    @Override
    public void ready(RunLife life, Moment now) {
        admit(life.id(), now);
    }

    @Override
    public void begun(RunLife life, Moment now) {
        health.begin(life, definition, now);
    }

    @Override
    public void lost(RunLife life, Moment now) {
        ReplicaSlot slot = slotOf(life.id());
        if (slot != null) {
            tell(slot.index(), new ReplicaInput.LifeOver(false, true, true, false, false, now.nanos()), now);
        }
    }

    @Override
    public Conclusion conclude(RunLife life, EndReasons.Verdict verdict, Moment now) {
        ReplicaSlot slot = slotOf(life.id());
        boolean stable = stable(life.id(), verdict);
        health.end(life.id());
        boolean failure = verdict.end().failure();
        boolean gaveUp = slot != null && ReplicaTransitions.givesUp(definition, slot, stable, failure);
        overs.put(life.id(), new ReplicaInput.LifeOver(stable, failure, verdict.mayRetry(),
                verdict.end().reason() == EndReason.STOPPED, gaveUp, verdict.nanos()));
        return gaveUp && slot != null ? givenUp(life.run(), slot, verdict, now)
                : new Conclusion(life.run(), List.of());
    }

    private boolean stable(RunId run, EndReasons.Verdict verdict) {
        if (definition.probe() != null) {
            return health.passed(run);
        }
        return verdict.end().duration() != null
                && verdict.end().duration().compareTo(definition.stableAfter()) >= 0;
    }

    private Conclusion givenUp(Run run, ReplicaSlot slot, EndReasons.Verdict verdict, Moment now) {
        RunEnd end = verdict.end();
        boolean failure = definition.rules()
            .failures()
            .isFailure(EndReason.START_FAILED, end.exitCode(), false);
        String last = verdict.message() == null ? "exit code " + end.exitCode() : verdict.message();
        String text = label(slot.index()) + " has given up after " + (slot.failedStarts() + 1)
                + " failed starts in a row; the last one: " + last;
        tools.outbox().narrate(Level.ERROR, "service " + text + ". It stays down until it is started");
        Run row = run.withEnd(new RunEnd(end.at(), EndReason.START_FAILED, end.exitCode(), failure, end.duration(),
                end.usage()))
            .withMessage(text);
        return new Conclusion(row, List.of(
                tools.outbox().event(EventKind.SERVICE_FATAL, now.wall(), definition.name(), text)));
    }

    @Override
    public void over(RunLife life, Moment now) {
        ReplicaInput.LifeOver over = overs.remove(life.id());
        ReplicaSlot slot = slotOf(life.id());
        if (over != null && slot != null) {
            RunEnd end = life.run().end();
            if (end != null) {
                exits.put(slot.index(), new UnitPicture.Exit(life.id(), end.reason(), end.exitCode(), end.at()));
            }
            tell(slot.index(), over, now);
            if (slots.get(slot.index()).state() instanceof Replica.Resting(long until)) {
                tools.outbox()
                    .narrate(Level.INFO, "service " + label(slot.index()) + " starts again in "
                            + Durations.show(rounded(Duration.ofNanos(until - now.nanos()))));
            }
            dropSurplus();
            fill(now);
        }
    }
}
