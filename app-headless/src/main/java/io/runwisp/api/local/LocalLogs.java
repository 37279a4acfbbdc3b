package io.runwisp.api.local;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.LogOperations;
import io.runwisp.client.LogQuery;
import io.runwisp.client.LogSearch;
import io.runwisp.client.RawLog;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.output.format.LogFiles;
import io.runwisp.output.read.LogDownload;
import io.runwisp.output.read.LogReader;
import io.runwisp.output.read.PageRequest;
import io.runwisp.output.read.search.SearchHit;
import io.runwisp.output.read.search.SearchOutcome;
import io.runwisp.output.read.search.SearchRequest;
import io.runwisp.output.read.segment.LogSource;
import io.runwisp.store.RunQueries;
import io.runwisp.time.MonotonicClock;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.log.LogLine;
import io.runwisp.wire.log.LogPage;
import io.runwisp.wire.log.SearchPage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs have printed, answered in this process, from the disk. */
public final class LocalLogs implements LogOperations {

    /** How long a search may take. */
    static final Duration LONGEST_SEARCH = Duration.ofSeconds(60);

    private final RecordedRuns runs;
    private final LogPlaces places;
    private final io.runwisp.output.read.search.LogSearch search;
    private final MonotonicClock clock;

    /** @param clock what the budget of a search is measured by */
    public LocalLogs(RunQueries runs, LogPlaces places, MonotonicClock clock) {
        this.runs = new RecordedRuns(runs);
        this.places = places;
        this.search = new io.runwisp.output.read.search.LogSearch(new SearchedLogs(runs, places));
        this.clock = clock;
    }

    @Override
    public LogPage log(String unit, String id, LogQuery query) {
        Run run = runs.find(unit, id);
        LogFiles files = files(run);
        if (files == null) {
            return new LogPage(List.of(), 0, 0, false, run.end() != null, null);
        }
        PageRequest request = PageRequest.lines(query.from(), query.limit());
        if (query.fromTs() != null || query.toTs() != null) {
            request = request.between(query.fromTs() == null ? Long.MIN_VALUE : query.fromTs(),
                    query.toTs() == null ? Long.MAX_VALUE : query.toTs());
        }
        try {
            return shown(new LogReader(source(run, files)).page(request));
        } catch (IOException e) {
            throw gone(run, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public RawLog rawLog(String unit, String id) {
        Run run = runs.find(unit, id);
        LogFiles files = files(run);
        return files == null
                ? new NothingPrinted(LogFiles.name(run.origin().createdAt(), run.id(), 1))
                : new Opened(open(run, files));
    }

    private record NothingPrinted(String fileName) implements RawLog {

        @Override
        public void copyTo(OutputStream target) {
            // There is nothing.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private record Opened(LogDownload download) implements RawLog {

        @Override
        public String fileName() {
            return download.fileName();
        }

        @Override
        public void copyTo(OutputStream target) throws IOException {
            download.writeTo(target);
        }

        @Override
        public void close() throws IOException {
            download.close();
        }
    }

    @Override
    public SearchPage searchLogs(String unit, LogSearch asked) {
        String one = asked.runId();
        Optional<RunId> only = one == null ? Optional.empty() : Optional.of(runs.find(unit, one).id());
        SearchRequest request = new SearchRequest(unit, asked.query(), asked.regex(), asked.caseSensitive(), only,
                asked.limit(), Optional.ofNullable(asked.cursor()));
        long begun = clock.nanos();
        try {
            return shown(search.search(request, () -> clock.nanos() - begun > LONGEST_SEARCH.toNanos()));
        } catch (IOException e) {
            throw new UncheckedIOException("the logs of " + unit + " could not be searched", e);
        }
    }

    private LogDownload open(Run run, LogFiles files) {
        try {
            return LogDownload.open(source(run, files));
        } catch (IOException e) {
            throw gone(run, String.valueOf(e.getMessage()));
        }
    }

    /** Null when the run never had a log. */
    private @Nullable LogFiles files(Run run) {
        return switch (places.of(run)) {
            case LogPlaces.Never _ -> null;
            case LogPlaces.At(var files) -> files;
            case LogPlaces.Gone(var why) -> throw gone(run, why);
        };
    }

    private static LogSource source(Run run, LogFiles files) {
        return new LogSource(files, run.end() == null);
    }

    private static ApiProblem gone(Run run, String why) {
        return new ApiProblem(Problem.of(ProblemCode.LOG_UNKNOWN,
                "The log of run " + run.id() + " of " + run.taskName() + " cannot be read: " + why + "."));
    }

    private static LogPage shown(io.runwisp.output.read.LogPage page) {
        return new LogPage(page.lines()
            .stream()
            .map(line -> new LogLine(line.number(), line.millis(), line.stream().name().toLowerCase(Locale.ROOT),
                    line.text(), line.continued() ? true : null))
            .toList(), page.firstAvailable(), page.totalLines(), page.truncated(), page.finalized(),
                page.nextFrom().isPresent() ? page.nextFrom().getAsLong() : null);
    }

    private static SearchPage shown(SearchOutcome outcome) {
        return switch (outcome) {
            case SearchOutcome.Found found -> new SearchPage(found.hits().stream().map(LocalLogs::shown).toList(),
                    found.nextCursor().orElse(null), found.exhausted(), found.scannedRuns());
            case SearchOutcome.OutOfTime _ -> throw new ApiProblem(Problem.of(ProblemCode.SEARCH_TIMEOUT,
                    "The search has not ended within " + LONGEST_SEARCH.toSeconds()
                            + " s. Search one run (run_id), ask for fewer hits (limit), or narrow the query."));
            case SearchOutcome.BadQuery(var why) -> throw bad(why);
            case SearchOutcome.BadCursor(var why) -> throw bad(why);
        };
    }

    private static ApiProblem bad(String why) {
        return new ApiProblem(Problem.of(ProblemCode.BAD_SEARCH, why));
    }

    private static io.runwisp.wire.log.SearchHit shown(SearchHit hit) {
        return new io.runwisp.wire.log.SearchHit(hit.run().text(), hit.line(),
                hit.stream().name().toLowerCase(Locale.ROOT), hit.text(), hit.createdMillis());
    }
}
