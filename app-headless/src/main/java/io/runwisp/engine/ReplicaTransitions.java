package io.runwisp.engine;

import io.runwisp.engine.Replica.Wish;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.RunId;
import io.runwisp.model.StopCause;
import io.runwisp.model.Trigger;
import org.jspecify.annotations.Nullable;

/** What becomes of a place of a service when something happens to it. Pure; what makes no sense in a state changes nothing. */
final class ReplicaTransitions {

    private ReplicaTransitions() {
    }

    /**
     * What a place has become.
     *
     * @param toEnd the life that is to be ended, or null
     */
    record Step(ReplicaSlot slot, @Nullable RunId toEnd, @Nullable StopCause cause) {
    }

    static Step apply(ServiceDefinition service, ReplicaSlot slot, ReplicaInput input, Moment now) {
        return switch (slot.state()) {
            case Replica.Parked _,Replica.GaveUp _ -> asleep(slot, input);
            case Replica.Wanted _ -> wanted(slot, input);
            case Replica.Alive alive -> alive(service, slot, alive, input, now);
            case Replica.Resting resting -> resting(slot, resting, input, now);
        };
    }

    /** Whether this end is one failed start too many. */
    static boolean givesUp(ServiceDefinition service, ReplicaSlot slot, boolean stable, boolean failure) {
        Integer tolerated = service.restartAttempts();
        boolean kept = slot.state() instanceof Replica.Alive(_, Wish wish) && wish == Wish.KEEP;
        return tolerated != null && kept && failure && !stable && service.restart() != RestartPolicy.NEVER
                && slot.failedStarts() + 1 > tolerated;
    }

    private static Step asleep(ReplicaSlot slot, ReplicaInput input) {
        return switch (input) {
            case ReplicaInput.Start(var trigger) -> to(slot.fresh(new Replica.Wanted(trigger, false)));
            case ReplicaInput.Restart _ -> to(slot.fresh(new Replica.Wanted(Trigger.API, false)));
            case ReplicaInput.Stop _ -> to(slot.with(new Replica.Parked()));
            default -> to(slot);
        };
    }

    private static Step wanted(ReplicaSlot slot, ReplicaInput input) {
        return switch (input) {
            case ReplicaInput.Restart _ -> to(slot.fresh(new Replica.Wanted(Trigger.API, false)));
            case ReplicaInput.Stop _ -> to(slot.with(new Replica.Parked()));
            case ReplicaInput.LifeBegan(var run) -> to(slot.with(new Replica.Alive(run, Wish.KEEP)));
            default -> to(slot);
        };
    }

    private static Step alive(ServiceDefinition service, ReplicaSlot slot, Replica.Alive alive, ReplicaInput input,
            Moment now) {
        return switch (input) {
            case ReplicaInput.Start _ when alive.wish() == Wish.STOP ->
                to(slot.with(new Replica.Alive(alive.run(), Wish.AFRESH)));
            case ReplicaInput.Stop(var cause) -> end(slot, alive, Wish.STOP, cause);
            case ReplicaInput.Restart(var cause) -> end(slot, alive, Wish.AFRESH, cause);
            case ReplicaInput.LifeOver over -> switch (alive.wish()) {
                case STOP -> to(slot.fresh(new Replica.Parked()));
                case AFRESH -> to(slot.fresh(new Replica.Wanted(Trigger.API, true)));
                case KEEP -> to(kept(service, slot, over, now));
            };
            default -> to(slot);
        };
    }

    private static Step resting(ReplicaSlot slot, Replica.Resting resting, ReplicaInput input, Moment now) {
        return switch (input) {
            case ReplicaInput.Due _ when now.nanos() >= resting.until() ->
                to(slot.with(new Replica.Wanted(Trigger.SERVICE, true)));
            case ReplicaInput.Start(var trigger) -> to(slot.fresh(new Replica.Wanted(trigger, true)));
            case ReplicaInput.Restart _ -> to(slot.fresh(new Replica.Wanted(Trigger.API, true)));
            case ReplicaInput.Stop _ -> to(slot.with(new Replica.Parked()));
            default -> to(slot);
        };
    }

    private static Step end(ReplicaSlot slot, Replica.Alive alive, Wish wish, StopCause cause) {
        ReplicaSlot told = slot.with(new Replica.Alive(alive.run(), wish));
        return alive.wish() == Wish.KEEP || cause == StopCause.SHUTDOWN
                ? new Step(told, alive.run(), cause)
                : to(told);
    }

    private static ReplicaSlot kept(ServiceDefinition service, ReplicaSlot slot, ReplicaInput.LifeOver over,
            Moment now) {
        if (over.gaveUp()) {
            return slot.with(new Replica.GaveUp());
        }
        boolean again = switch (service.restart()) {
            case NEVER -> false;
            case ON_FAILURE -> over.mayRetry();
            case ALWAYS -> true;
        };
        if (!again) {
            return slot.fresh(new Replica.Parked());
        }
        if (over.byHand()) {
            return slot.fresh(new Replica.Wanted(Trigger.SERVICE, true));
        }
        int before = over.stable() ? 0 : slot.quickEnds();
        int failed = over.failure() && !over.stable() ? slot.failedStarts() + 1 : 0;
        long until = new Moment(now.wall(), over.at()).after(service.backoff().before(before + 1));
        return new ReplicaSlot(slot.index(), new Replica.Resting(until), before + 1, failed);
    }

    private static Step to(ReplicaSlot slot) {
        return new Step(slot, null, null);
    }
}
