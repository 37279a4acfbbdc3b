package io.runwisp.view.run;

import io.runwisp.view.words.Now;
import io.runwisp.wire.run.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Rhythm} for a list of many units: the same bars, short enough to be sent again and again.
 *
 * @param marks the letters of the marks of the runs, oldest first
 * @param heights how high each bar is, in percent
 */
public record Strip(String marks, List<Integer> heights) {

    public Strip {
        heights = List.copyOf(heights);
    }

    /** The strip of a unit's runs. */
    public static Strip of(List<Run> newestFirst, Now now) {
        StringBuilder marks = new StringBuilder();
        List<Integer> heights = new ArrayList<>();
        Rhythm.draw(newestFirst, now, (_, verdict, height) -> {
            marks.append(verdict.mark().letter());
            heights.add(height);
        });
        return new Strip(marks.toString(), heights);
    }
}
