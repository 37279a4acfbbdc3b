package io.runwisp.output.read.search;

import io.runwisp.model.RunId;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.read.WrittenLog;
import io.runwisp.output.read.segment.LogSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runs of one unit, in memory. */
final class FakeRuns implements SearchedRuns {

    private final List<SearchedRun> newestFirst = new ArrayList<>();

    RunId add(WrittenLog log) {
        return add(log.source());
    }

    RunId add(LogFiles files) {
        return add(new LogSource(files, false));
    }

    private RunId add(LogSource log) {
        RunId run = new RunId(String.format("01JD4Z7M8N%016d", newestFirst.size()));
        newestFirst.addFirst(new SearchedRun(run, run.epochMillis(), log));
        return run;
    }

    void remove(RunId run) {
        newestFirst.removeIf(candidate -> candidate.run().equals(run));
    }

    List<SearchedRun> all() {
        return newestFirst;
    }

    @Override
    public List<SearchedRun> newestFirst(String unit, Optional<RunId> newest, int limit) {
        return newestFirst.stream()
            .filter(run -> newest.isEmpty() || run.run().compareTo(newest.get()) <= 0)
            .limit(limit)
            .toList();
    }

    @Override
    public Optional<SearchedRun> one(String unit, RunId run) {
        return newestFirst.stream().filter(candidate -> candidate.run().equals(run)).findFirst();
    }
}
