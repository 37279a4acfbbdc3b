package io.runwisp.view.run;

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
}
