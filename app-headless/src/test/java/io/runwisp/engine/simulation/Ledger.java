package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.FakeMachine;
import io.runwisp.engine.Moment;
import io.runwisp.engine.Registration;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.Watermark;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is on the disk, kept by the observers of a world in their own way, and in what condition the daemon is. */
final class Ledger {

    final EngineWorldPlan plan;
    final FakeMachine machine;
    private final Map<RunId, Run> rows = new HashMap<>();
    private final Map<RunId, Long> firstCommit = new HashMap<>();
    private final Map<String, Set<RunId>> unfinished = new TreeMap<>();
    private final Map<String, Watermark> watermarks = new HashMap<>();
    private final Map<String, Registration> registrations = new HashMap<>();
    private final Map<String, UnitDefinition> units = new LinkedHashMap<>();
    private final Map<String, Moment> since = new HashMap<>();
    private Map<String, UnitDefinition> former = Map.of();
    private long commits;
    boolean up;
    boolean stalled;
    boolean stopping;
    /** Whether the disk takes its time. */
    boolean slow;
    /** The monotonic time since which the daemon has been up and able to write without a break. */
    long wellSince;
    /** The monotonic time at which the wall clock was last moved. */
    long clockMovedAt = Long.MIN_VALUE;

    Ledger(EngineWorldPlan plan, FakeMachine machine) {
        this.plan = plan;
        this.machine = machine;
    }

    /** Takes note. */
    void note(Happening happening) {
        switch (happening) {
            case Happening.Durable(var _, var changes, var _) -> changes.forEach(this::apply);
            case Happening.DaemonUp(var at) -> {
                up = true;
                stalled = false;
                stopping = false;
                wellSince = at.nanos();
            }
            case Happening.DaemonKilled _ -> up = false;
            case Happening.ClockMoved(var at, var _, var _) -> clockMovedAt = at.nanos();
            case Happening.Told(var at, var message) -> told(at, message);
            case Happening.Wanted _ -> {
            }
            case Happening.Began _ -> {
            }
        }
    }

    private void told(Moment at, EngineMessage message) {
        switch (message) {
            case EngineMessage.JournalStalled _ -> stalled = true;
            case EngineMessage.JournalRecovered _ -> {
                stalled = false;
                wellSince = at.nanos();
            }
            case EngineMessage.Shutdown _ -> stopping = true;
            case EngineMessage.ReplaceUnits request -> {
                former = Map.copyOf(units);
                if (takes(request)) {
                    load(request.units(), at);
                }
            }
            default -> {
            }
        }
    }

    /** These units are in force from now on. */
    void load(List<UnitDefinition> loaded, Moment at) {
        Map<String, UnitDefinition> before = Map.copyOf(units);
        units.clear();
        loaded.forEach(unit -> units.put(unit.name(), unit));
        since.keySet().retainAll(units.keySet());
        units.forEach((name, unit) -> {
            if (!unit.equals(before.get(name))) {
                since.put(name, at);
            }
        });
    }

    /** Whether the units of a reload are in force from now on. */
    boolean takes(EngineMessage.ReplaceUnits request) {
        return !request.dryRun() && up && !stopping && !stalled;
    }

    private void apply(RunJournalChange change) {
        switch (change) {
            case RunJournalChange.SaveRun(var run) -> {
                rows.put(run.id(), run);
                firstCommit.putIfAbsent(run.id(), commits++);
                Set<RunId> open = unfinished.computeIfAbsent(run.taskName(), _ -> new LinkedHashSet<>());
                if (run.phase() == RunPhase.ENDED) {
                    open.remove(run.id());
                } else {
                    open.add(run.id());
                }
            }
            case RunJournalChange.MoveWatermark(var mark) -> watermarks.put(mark.taskName(), mark);
            case RunJournalChange.DropWatermark(var task) -> watermarks.remove(task);
            case RunJournalChange.SaveRegistration(var registration) ->
                registrations.put(registration.taskName(), registration);
            case RunJournalChange.DropRegistration(var task) -> registrations.remove(task);
            default -> {
            }
        }
    }

    /** Whether the daemon has been up, writing and not about to end for so long. */
    boolean wellFor(Moment now, long nanos) {
        return up && !stalled && !stopping && now.nanos() - wellSince >= nanos;
    }

    @Nullable
    Run row(RunId id) {
        return rows.get(id);
    }

    /** How many rows there are. */
    long commits() {
        return commits;
    }

    /** Which row came before which. */
    long order(RunId id) {
        return Objects.requireNonNull(firstCommit.get(id));
    }

    /** The rows of a unit that are not over, in the order of their first commit. */
    List<Run> unfinished(String unit) {
        return unfinished.getOrDefault(unit, Set.of())
            .stream()
            .map(id -> Objects.requireNonNull(rows.get(id)))
            .toList();
    }

    /** All rows that are not over. */
    List<Run> unfinished() {
        return unfinished.keySet().stream().flatMap(unit -> unfinished(unit).stream()).toList();
    }

    @Nullable
    Watermark watermark(String task) {
        return watermarks.get(task);
    }

    boolean isPaused(String task) {
        Registration registration = registrations.get(task);
        return registration != null && registration.pausedAt() != null;
    }

    /** The units that are in force. */
    List<UnitDefinition> units() {
        return List.copyOf(units.values());
    }

    /** The units that were in force before the last reload was told, whether it was taken or not. */
    Map<String, UnitDefinition> former() {
        return former;
    }

    /** Since when a unit that is in force is as it is. */
    Moment since(String unit) {
        return Objects.requireNonNull(since.get(unit));
    }

    @Nullable
    UnitDefinition unit(String name) {
        return units.get(name);
    }

    @Nullable
    TaskDefinition task(String name) {
        return units.get(name) instanceof TaskDefinition task ? task : null;
    }

    @Nullable
    ServiceDefinition service(String name) {
        return units.get(name) instanceof ServiceDefinition service ? service : null;
    }
}
