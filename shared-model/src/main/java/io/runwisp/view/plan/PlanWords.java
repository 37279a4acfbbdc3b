package io.runwisp.view.plan;

import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.daemon.DroppedRuns;
import io.runwisp.wire.daemon.ReloadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan in one sentence. */
final class PlanWords {

    private PlanWords() {
    }

    static boolean changes(ReloadResult plan) {
        return !plan.added().isEmpty() || !plan.removed().isEmpty() || !plan.changed().isEmpty();
    }

    static Tone tone(ReloadResult plan) {
        boolean hurts = !plan.removed().isEmpty() || !plan.dropped().isEmpty() || !plan.needsRestart().isEmpty();
        return hurts ? Tone.WARN : changes(plan) ? Tone.ACTIVE : Tone.QUIET;
    }

    /** Such as: {@code 2 units change, 1 service restarts, nothing is dropped.} */
    static String headline(ReloadResult plan) {
        boolean done = plan.applied();
        if (!changes(plan)) {
            return (done ? "Nothing has changed" : "Nothing changes") + needs(plan) + ".";
        }
        List<String> parts = new ArrayList<>();
        part(parts, plan.added().size(), done ? "was added" : "is added", done ? "were added" : "are added", "unit");
        part(parts, plan.removed().size(), done ? "was removed" : "is removed", done ? "were removed" : "are removed",
                "unit");
        part(parts, plan.changed().size(), done ? "changed" : "changes", done ? "changed" : "change", "unit");
        part(parts, plan.restarts().size(), done ? "restarted" : "restarts", done ? "restarted" : "restart", "service");
        int dropped = plan.dropped().stream().mapToInt(DroppedRuns::count).sum();
        if (dropped == 0) {
            parts.add(done ? "nothing was dropped" : "nothing is dropped");
        } else {
            parts.add(Spans.count(dropped, done ? "run was dropped" : "run is dropped",
                    done ? "runs were dropped" : "runs are dropped"));
        }
        String all = String.join(", ", parts);
        return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + needs(plan) + ".";
    }

    private static void part(List<String> parts, int count, String one, String many, String noun) {
        if (count > 0) {
            parts.add(Spans.count(count, noun + " " + one, noun + "s " + many));
        }
    }

    private static String needs(ReloadResult plan) {
        int keys = plan.needsRestart().size();
        return keys == 0
                ? ""
                : "; " + Spans.count(keys, "key waits", "keys wait") + " for a new start of the daemon";
    }
}
