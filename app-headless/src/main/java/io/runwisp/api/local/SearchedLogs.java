package io.runwisp.api.local;

import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunId;
import io.runwisp.model.RunPhase;
import io.runwisp.model.RunSort;
import io.runwisp.output.read.search.SearchedRun;
import io.runwisp.output.read.search.SearchedRuns;
import io.runwisp.output.read.segment.LogSource;
import io.runwisp.store.RunQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The logs that a search looks into: of runs that were started, and as far as they can be read. */
record SearchedLogs(RunQueries runs, LogPlaces places) implements SearchedRuns {

    private static final Set<EndReason> NEVER_RAN = Set.of(EndReason.SKIPPED, EndReason.QUEUE_FULL,
            EndReason.DST_SKIPPED, EndReason.MISSED);
    private static final Set<String> MAY_HAVE_A_LOG = Stream
        .concat(Stream.of(RunPhase.RUNNING.word()),
                Stream.of(EndReason.values()).filter(reason -> !NEVER_RAN.contains(reason)).map(EndReason::word))
        .collect(Collectors.toUnmodifiableSet());

    @Override
    public List<SearchedRun> newestFirst(String unit, Optional<RunId> newest, int limit) {
        RunFilter filter = RunFilter.ofTask(unit).withStatuses(MAY_HAVE_A_LOG);
        if (newest.isPresent()) {
            Instant created = runs.findDeletedToo(newest.get())
                .map(run -> run.origin().createdAt())
                .orElse(Instant.ofEpochMilli(newest.get().epochMillis()));
            filter = filter.withCreated(null, created);
        }
        List<SearchedRun> found = new ArrayList<>();
        List<Run> piece;
        long offset = 0;
        do {
            piece = runs.list(filter, RunSort.NEWEST, limit, offset).runs();
            offset += piece.size();
            piece.stream()
                .filter(run -> newest.isEmpty() || run.id().compareTo(newest.get()) <= 0)
                .flatMap(run -> searched(run).stream())
                .limit(limit - (long) found.size())
                .forEach(found::add);
        } while (piece.size() == limit && found.size() < limit);
        return found;
    }

    @Override
    public Optional<SearchedRun> one(String unit, RunId run) {
        return runs.find(run).filter(found -> found.taskName().equals(unit)).flatMap(this::searched);
    }

    private Optional<SearchedRun> searched(Run run) {
        return places.of(run) instanceof LogPlaces.At(var files)
                ? Optional.of(new SearchedRun(run.id(), run.origin().createdAt().toEpochMilli(),
                        new LogSource(files, run.end() == null)))
                : Optional.empty();
    }
}
