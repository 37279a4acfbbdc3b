package io.runwisp.view.plan;

import io.runwisp.view.plan.PlanView.Line;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.daemon.ChangedUnit;
import io.runwisp.wire.daemon.DroppedRuns;
import io.runwisp.wire.daemon.NextRuns;
import io.runwisp.wire.daemon.ReloadResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan line by line. */
final class PlanLines {

    /** More slots of one unit than these tell nobody more. */
    private static final int SLOTS = 3;

    private final ReloadResult plan;
    private final Now now;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> said = new TreeSet<>();

    private PlanLines(ReloadResult plan, Now now) {
        this.plan = plan;
        this.now = now;
    }

    static List<Line> of(ReloadResult plan, Now now) {
        PlanLines lines = new PlanLines(plan, now);
        plan.added().forEach(name -> lines.unit(Kind.ADDED, name, "new", Tone.GOOD));
        plan.removed().forEach(name -> lines.unit(Kind.REMOVED, name, "goes, its history stays", Tone.WARN));
        plan.changed().forEach(unit -> lines.unit(Kind.CHANGED, unit.name(), lines.effect(unit), lines.tone(unit)));
        lines.unsaid();
        plan.needsRestart()
            .forEach(key -> lines.add(Kind.NEEDS_RESTART, key, "holds only after the daemon is started again",
                    Tone.WARN));
        plan.stale()
            .forEach(name -> lines.add(Kind.STALE, name, "differs too, and was not asked for", Tone.WAIT));
        plan.warnings().forEach(warning -> lines.add(Kind.WARNING, "", warning, Tone.WARN));
        return lines.lines;
    }

    /** A unit may be restarted or lose runs without being listed as changed. */
    private void unsaid() {
        Stream.of(plan.restarts().stream(), plan.dropped().stream().map(DroppedRuns::taskName),
                plan.nextRuns().stream().map(NextRuns::taskName))
            .flatMap(names -> names)
            .filter(name -> !said.contains(name))
            .distinct()
            .toList()
            .forEach(name -> unit(Kind.CHANGED, name, plan.restarts().contains(name) ? "restarts" : "changes",
                    Tone.ACTIVE));
    }

    private void unit(Kind kind, String name, String says, Tone tone) {
        said.add(name);
        StringBuilder text = new StringBuilder(says);
        plan.dropped()
            .stream()
            .filter(dropped -> dropped.taskName().equals(name))
            .forEach(dropped -> text.append("; ").append(dropped(dropped)));
        next(name).ifPresent(next -> text.append("; ").append(slots(next)));
        add(kind, name, text.toString(), tone);
    }

    private void add(Kind kind, String unit, String says, Tone tone) {
        lines.add(new Line(kind, unit, says, tone));
    }

    private Tone tone(ChangedUnit unit) {
        return unit.effect().equals("restart") || plan.restarts().contains(unit.name()) ? Tone.WARN : Tone.ACTIVE;
    }

    private String effect(ChangedUnit unit) {
        String keys = unit.reasons().isEmpty() ? "" : " (" + String.join(", ", unit.reasons()) + ")";
        return switch (unit.effect()) {
            case "live" -> plan.restarts().contains(unit.name()) ? "restarts" + keys : "changes at once" + keys;
            case "next_run" -> "changes from its next run on" + keys;
            case "restart" -> "restarts" + keys;
            default -> unit.effect().replace('_', ' ') + keys;
        };
    }

    private static String dropped(DroppedRuns dropped) {
        return dropped.what().equals("retry")
                ? Spans.count(dropped.count(), "retry that was due is", "retries that were due are") + " dropped"
                : Spans.count(dropped.count(), "waiting run is", "waiting runs are") + " dropped";
    }

    private Optional<NextRuns> next(String name) {
        return plan.nextRuns().stream().filter(next -> next.taskName().equals(name)).findFirst();
    }

    private String slots(NextRuns next) {
        if (next.after().isEmpty()) {
            return "no next run" + (next.before().isEmpty() ? "" : ", it was " + list(next.before()));
        }
        return "next " + list(next.after()) + (next.before().isEmpty() ? "" : ", not " + list(next.before()));
    }

    private String list(List<Instant> slots) {
        return slots.stream().limit(SLOTS).map(slot -> Times.slot(slot, now)).collect(Collectors.joining(", "));
    }
}
