package io.runwisp.engine;

import io.runwisp.engine.definition.TaskDefinition;
import io.runwisp.model.RunId;
import java.util.List;

/** What becomes of a new run while others of its task are in flight or wait. */
final class OverlapRule {

    private OverlapRule() {
    }

    /** What becomes of it. */
    sealed interface Verdict {
    }

    /** It stands in line: it starts as soon as those before it have, and a place is free. */
    record Line() implements Verdict {
    }

    /** It stands in line, and these make room for it. */
    record Replace(List<RunId> victims) implements Verdict {

        public Replace {
            victims = List.copyOf(victims);
        }
    }

    /** It does not run, because others go on alone. */
    record Skip(String message) implements Verdict {
    }

    /** It does not run, because as many as allowed wait already. */
    record Full(String message) implements Verdict {
    }

    /**
     * Decides.
     *
     * @param inFlight how many runs occupy a place, those that are being ended included
     * @param inLine how many stand in line
     * @param lively those of both that are not being ended, oldest first
     */
    static Verdict decide(TaskDefinition task, int inFlight, int inLine, List<RunId> lively) {
        int places = task.parallelism();
        if (inFlight + inLine < places) {
            return new Line();
        }
        return switch (task.onOverlap()) {
            case QUEUE -> {
                int waiting = inLine - Math.max(0, places - inFlight);
                yield waiting < task.maxQueued()
                        ? new Line()
                        : new Full(task.maxQueued() + " runs wait already, and max_queued allows no more");
            }
            case SKIP -> new Skip(places == 1
                    ? "another run of it was still in flight, and on_overlap is skip"
                    : places + " other runs of it were still in flight, and on_overlap is skip");
            case TERMINATE -> new Replace(lively.subList(0, Math.max(0, lively.size() + 1 - places)));
        };
    }
}
