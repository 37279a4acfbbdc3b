package io.runwisp.api.stream;

import io.runwisp.client.ApiProblem;
import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunId;
import io.runwisp.model.RunSort;
import io.runwisp.output.LineBus;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.read.FollowStart;
import io.runwisp.output.read.LogFollow;
import io.runwisp.output.read.segment.LogSource;
import io.runwisp.store.RunQueries;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The logs of recorded runs.
 *
 * @param directory the directory of all logs
 * @param bus where the lines of open ones can be followed
 */
public record StoredLogs(RunQueries runs, Path directory, LineBus bus) {

    /** The run of this id; empty when there is none, or the text is no id. */
    Optional<Run> find(String id) {
        try {
            return runs.find(new RunId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The newest runs of a unit, newest first. */
    List<Run> newest(String unit, int most) {
        return runs.list(RunFilter.ofTask(unit), RunSort.NEWEST, most, 0).runs();
    }

    /** Whether there is a log of this run, or was one. */
    static boolean hasLog(Run run) {
        return run.start() != null && run.start().logFile() != null;
    }

    /**
     * Begins to follow the log of a run that has one.
     *
     * @param share into how many parts the memory of a follower is divided
     */
    LogFollow follow(Run run, FollowStart start, int replay, int share, Runnable wake) {
        if (run.start() == null || run.start().logFile() == null) {
            throw new IllegalArgumentException("run " + run.id() + " has no log");
        }
        LogFiles files = LogFiles.in(directory.resolve(LogFiles.directoryName(run.taskName())), run.start().logFile());
        try {
            return LogFollow.open(new LogSource(files, run.end() == null), run.id(), bus, start, replay, share, wake);
        } catch (IOException e) {
            throw unreadable(run.id(), e);
        }
    }

    static ApiProblem unreadable(RunId run, IOException why) {
        return new ApiProblem(Problem.of(ProblemCode.LOG_UNKNOWN,
                "The log of run " + run + " cannot be read any more: " + why.getMessage() + "."));
    }
}
