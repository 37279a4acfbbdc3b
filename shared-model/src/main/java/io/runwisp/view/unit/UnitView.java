package io.runwisp.view.unit;

import io.runwisp.live.Picture;
import io.runwisp.model.UnitKind;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Tone;
import io.runwisp.view.words.Verdict;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.TaskRules;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is shown.
 *
 * @param word its state in a word
 * @param sentence its state in a sentence
 * @param needsYou whether somebody should look at it
 * @param schedule when it runs, in words
 * @param last its newest run, or null
 * @param next when it runs next, or empty
 * @param actions what can be done, the most wanted first
 */
public record UnitView(String name, boolean service, String group, @Nullable String description, Mark mark,
        String word, Tone tone, String sentence, boolean needsYou, String schedule, @Nullable RunRow last, String next,
        @Nullable Instant nextAt, List<Action> actions) {

    public UnitView {
        actions = List.copyOf(actions);
    }

    /** The view of a unit. */
    public static UnitView of(TaskResponse unit, DaemonInfo daemon, Now now) {
        boolean service = unit.kind().equals(UnitKind.SERVICE.word());
        Standing standing = service ? Standing.ofService(unit, now) : Standing.ofTask(unit, now);
        Run last = unit.now().lastRun();
        Instant next = unit.now().nextRunAt();
        return new UnitView(unit.name(), service, unit.group(), unit.description(), standing.mark(), standing.word(),
                standing.tone(), standing.sentence(), standing.needsYou(), schedule(unit),
                last == null ? null : RunRow.of(last, now), next == null ? "" : Times.slot(next, now), next,
                Actions.of(unit, daemon));
    }

    /** The views of all units, by name. */
    public static SortedMap<String, UnitView> all(Picture picture, Now now) {
        SortedMap<String, UnitView> views = new TreeMap<>();
        picture.units().forEach((name, unit) -> views.put(name, of(unit, picture.info(), now)));
        return views;
    }

    /** The action of a verb. */
    public Action action(Verb verb) {
        return actions.stream()
            .filter(action -> action.verb() == verb)
            .findFirst()
            .orElseGet(() -> new Action(verb, null,
                    verb.label() + " is not for " + (service ? "services" : "tasks")));
    }

    private static String schedule(TaskResponse unit) {
        TaskRules rules = unit.task();
        if (rules == null) {
            return "kept alive";
        }
        if (rules.cron() == null) {
            return "by hand only";
        }
        return rules.scheduleText() == null ? rules.cron() : rules.scheduleText();
    }

    /** Whether its newest run is a failure. */
    static boolean failed(TaskResponse unit) {
        Run last = unit.now().lastRun();
        return last != null && Verdict.of(last).failure();
    }
}
