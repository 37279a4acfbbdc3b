package io.runwisp.engine;

import io.runwisp.model.RunStart;
import io.runwisp.model.UnitState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws what units do now. */
final class Pictures {

    /** Which state of a replica is that of the service: the first of these that one of them is in. */
    private static final List<UnitState> URGENCY = List.of(UnitState.GAVE_UP, UnitState.RESTARTING, UnitState.STOPPING,
            UnitState.STARTING, UnitState.PENDING, UnitState.RUNNING, UnitState.STOPPED);

    private final EngineTools tools;
    private final Map<String, TaskDesk> tasks;
    private final Services services;
    private final Schedules schedules;

    Pictures(EngineTools tools, Map<String, TaskDesk> tasks, Services services, Schedules schedules) {
        this.tools = tools;
        this.tasks = tasks;
        this.services = services;
        this.schedules = schedules;
    }

    /** All of them, or the one of this name; none when there is none. */
    List<UnitPicture> of(@Nullable String only, Moment now) {
        List<UnitPicture> pictures = new ArrayList<>();
        Map<String, ScheduleStanding> standings = schedules.standings();
        for (TaskDesk task : tasks.values()) {
            if (only == null || only.equals(task.definition().name())) {
                pictures.add(task(task, standings.get(task.definition().name())));
            }
        }
        for (ServiceDesk service : services.all()) {
            if (only == null || only.equals(service.definition().name())) {
                pictures.add(service(service, now));
            }
        }
        return pictures;
    }

    private UnitPicture task(TaskDesk task, @Nullable ScheduleStanding standing) {
        UnitStanding waits = task.standing(null);
        boolean paused = standing != null && standing.pausedAt() != null;
        return new UnitPicture(task.definition(), state(task, waits.waiting(), paused), false, List.of(),
                standing == null ? null : standing.pausedAt(), waits.waiting(), task.retries().earliest(), standing);
    }

    private UnitState state(TaskDesk task, int waiting, boolean paused) {
        List<UnitState> flying = task.inFlight().stream().map(tools.runs()::find).map(Pictures::state).toList();
        for (UnitState state : List.of(UnitState.RUNNING, UnitState.STARTING, UnitState.STOPPING)) {
            if (flying.contains(state)) {
                return state;
            }
        }
        if (waiting > 0 || !flying.isEmpty()) {
            return UnitState.PENDING;
        }
        return paused ? UnitState.PAUSED : UnitState.IDLE;
    }

    /** A life without a row is one that ends just now. */
    private static UnitState state(@Nullable RunLife life) {
        if (life == null || life.dying()) {
            return UnitState.STOPPING;
        }
        return switch (life.stage()) {
            case RunStage.Creating _,RunStage.Waiting _ -> UnitState.PENDING;
            case RunStage.Ahead _,RunStage.Launching _,RunStage.Gated _ -> UnitState.STARTING;
            case RunStage.Running _ -> UnitState.RUNNING;
            case RunStage.Unmade _,RunStage.Exited _,RunStage.Ending _ -> UnitState.STOPPING;
        };
    }

    private UnitPicture service(ServiceDesk service, Moment now) {
        boolean waits = services.isWaiting(service.definition().name());
        List<UnitPicture.Place> places = service.slots()
            .stream()
            .map(slot -> place(service, slot, waits, now))
            .toList();
        UnitState worst = URGENCY.stream()
            .filter(state -> places.stream().anyMatch(place -> place.state() == state))
            .findFirst()
            .orElse(UnitState.STOPPED);
        return new UnitPicture(service.definition(), worst, worst == UnitState.STOPPED, places, null, 0, null, null);
    }

    private UnitPicture.Place place(ServiceDesk service, ReplicaSlot slot, boolean waits, Moment now) {
        UnitPicture.Exit exit = service.lastExit(slot.index());
        return switch (slot.state()) {
            case Replica.Parked _ -> empty(slot, waits ? UnitState.PENDING : UnitState.STOPPED, null, exit);
            case Replica.Wanted _ -> empty(slot, UnitState.PENDING, null, exit);
            case Replica.Resting(long until) -> empty(slot, UnitState.RESTARTING,
                    now.wall().plusNanos(until - now.nanos()).truncatedTo(ChronoUnit.MILLIS), exit);
            case Replica.GaveUp _ -> empty(slot, UnitState.GAVE_UP, null, exit);
            case Replica.Alive(var run, _) -> {
                RunLife life = tools.runs().find(run);
                UnitState state = state(life);
                boolean unproven = state == UnitState.RUNNING && service.unproven(run);
                RunStart start = life == null ? null : life.run().start();
                yield new UnitPicture.Place(slot.index(), unproven ? UnitState.STARTING : state, run,
                        start == null ? null : start.at(), slot.failedStarts(), null, exit);
            }
        };
    }

    private static UnitPicture.Place empty(ReplicaSlot slot, UnitState state, @Nullable Instant nextStart,
            UnitPicture.@Nullable Exit exit) {
        return new UnitPicture.Place(slot.index(), state, null, exit == null ? null : exit.at(), slot.failedStarts(),
                nextStart, exit);
    }
}
