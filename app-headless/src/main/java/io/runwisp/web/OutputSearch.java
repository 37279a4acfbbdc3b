package io.runwisp.web;

import io.runwisp.client.ApiFailure;
import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.client.LogSearch;
import io.runwisp.client.RunQuery;
import io.runwisp.live.Picture;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.time.MonotonicClock;
import io.runwisp.time.Turns;
import io.runwisp.view.search.SearchView;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Now;
import io.runwisp.wire.log.SearchPage;
import io.runwisp.wire.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Searches what runs have printed, unit by unit, on a virtual thread of its own, for as long as somebody wants to know. */
final class OutputSearch implements AutoCloseable {

    /** What is shorter is in every log. */
    private static final int SHORTEST = 3;
    /** After so long it is told as it is; who wants more asks in the log of a unit. */
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int OF_A_UNIT = 10;

    private final JoinedDaemonApi api;
    private final String typed;
    private final MonotonicClock clock;
    private final Runnable progress;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<SearchView.Hit> hits = new ArrayList<>();
    private volatile boolean closed;

    /**
     * What was found so far.
     *
     * @param searching whether more may be found
     */
    record Found(List<SearchView.Hit> hits, boolean searching) {

        static final Found NOTHING = new Found(List.of(), false);

        Found {
            hits = List.copyOf(hits);
        }

        SearchView view(String typed, Picture picture, JoinedDaemonApi api, Now now) {
            String name = typed.strip();
            List<Run> runs = name.length() < SHORTEST || name.length() > RunQuery.LONGEST_SEARCH
                    ? List.of()
                    : api.runs(new RunQuery(RunFilter.ALL.withSearch(name), RunSort.NEWEST, SearchView.MOST, 0)).runs();
            return SearchView.of(typed, List.copyOf(UnitView.all(picture, now).values()), runs, hits, searching, now);
        }
    }

    /**
     * A search that has not begun.
     *
     * @param progress called when more was found, and at the end
     */
    OutputSearch(JoinedDaemonApi api, String typed, MonotonicClock clock, Runnable progress) {
        this.api = api;
        this.typed = typed.strip();
        this.clock = clock;
        this.progress = progress;
    }

    /** Begins, in the logs of these units. */
    void begin(Collection<String> units) {
        if (typed.length() < SHORTEST) {
            over.countDown();
            return;
        }
        List<String> names = List.copyOf(units);
        Thread.ofVirtual().name("runwisp-view-search").start(() -> run(names));
    }

    private void run(List<String> units) {
        long end = clock.nanos() + LONGEST.toNanos();
        try {
            for (String unit : units) {
                if (closed || size() >= SearchView.MOST || clock.nanos() - end > 0) {
                    return;
                }
                SearchPage page = api.searchLogs(unit, new LogSearch(typed, false, false, null, OF_A_UNIT, null));
                if (!page.hits().isEmpty()) {
                    add(unit, page);
                    progress.run();
                }
                Turns.pass();
            }
        } catch (ApiFailure e) {
            // A search that takes too long or cannot be made finds nothing more.
        } finally {
            over.countDown();
            progress.run();
        }
    }

    private synchronized int size() {
        return hits.size();
    }

    private synchronized void add(String unit, SearchPage page) {
        page.hits().forEach(hit -> hits.add(new SearchView.Hit(unit, hit)));
    }

    synchronized Found found() {
        return new Found(hits, over.getCount() > 0);
    }

    /** Waits for its end. */
    void await(Duration longest) throws InterruptedException {
        boolean _ = over.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closed = true;
    }
}
