package io.runwisp.view.why;

import io.runwisp.view.run.RunRow;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.Why;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to why a unit did or did not run.
 *
 * @param headline the answer in a sentence
 * @param steps how it comes to that, in the order in which a person would look
 * @param advice what to do; null when there is nothing to do
 * @param run the run that answers it, or null
 */
public record WhyView(String unit, String headline, Tone tone, List<Step> steps, @Nullable String advice,
        @Nullable RunRow run) {

    public WhyView {
        steps = List.copyOf(steps);
    }

    /**
     * A question and its answer.
     *
     * @param decides whether this is what the answer rests on
     */
    public record Step(String asks, String says, Tone tone, boolean decides) {
    }

    /**
     * The view of an answer.
     *
     * @param unit the unit as it is now, or null when there is none of that name
     */
    public static WhyView of(Why why, @Nullable TaskResponse unit, Now now) {
        Finding finding = Finding.of(why, unit, now);
        Run run = why.run();
        return new WhyView(why.taskName(), finding.headline(), finding.tone(), Steps.of(why, unit, finding, now),
                finding.advice(), run == null ? null : RunRow.of(run, now));
    }
}
