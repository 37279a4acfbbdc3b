package io.runwisp.process;

import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of the processes of a run that a dead daemon left.
 *
 * @param found how many there were at first; what they started while they were being ended is not counted
 * @param signal what asked them to end
 * @param killed how many of them had to be killed
 * @param survivors the numbers of those that live all the same
 */
public record SweptRun(RunId run, int found, StopSignal signal, int killed, List<Long> survivors) {

    public SweptRun {
        survivors = List.copyOf(survivors);
    }

    /** A sentence for people; empty when nothing was found. */
    public String text() {
        if (found == 0) {
            return "";
        }
        String those = found == 1 ? "1 process" : found + " processes";
        String text = "it had left " + those + " behind, which " + (found == 1 ? "was" : "were") + " stopped with "
                + (killed < found ? signal + (killed > 0 ? ", " + killed + " of them with SIGKILL" : "") : "SIGKILL");
        return survivors.isEmpty()
                ? text
                : text + "; still there: " + survivors.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + " (end it by hand: it may belong to another user, or wait for a device)";
    }
}
