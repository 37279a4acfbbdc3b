package io.runwisp.web;

import io.runwisp.api.stream.Waker;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonEvent;
import io.runwisp.live.Link;
import io.runwisp.live.LiveDaemon;
import io.runwisp.live.LiveListener;
import io.runwisp.live.Picture;
import io.runwisp.time.MonotonicClock;
import io.runwisp.time.Turns;
import io.runwisp.view.screen.ScreenKind;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All screens that somebody watches, and the thread that draws them. It listens to the daemon from when the first one comes until the last one goes. Any thread
 * may come in.
 */
final class ViewRoom {

    /** When nothing is due, the thread that draws looks around this often. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** How long somebody who asks once waits for what is searched in logs. */
    private static final Duration SEARCHED = Duration.ofSeconds(2);
    /** So many different screens are drawn at once. */
    static final int MOST = 512;

    private final Sources sources;
    private final Screens screens;
    private final MonotonicClock clock;
    private final BiConsumer<String, Throwable> faults;
    private final Map<Wanted, Shown> shown = new HashMap<>();
    private @Nullable Watch watch;

    /**
     * A room that nobody is in.
     *
     * @param faults told what went wrong inside
     */
    ViewRoom(Sources sources, MonotonicClock clock, BiConsumer<String, Throwable> faults) {
        this.sources = sources;
        this.screens = new Screens(sources);
        this.clock = clock;
        this.faults = faults;
    }

    Sources sources() {
        return sources;
    }

    MonotonicClock clock() {
        return clock;
    }

    /** A screen as it is now. */
    Record once(Wanted wanted) {
        Watch open;
        synchronized (this) {
            open = watch;
        }
        Sight sight = open == null ? new Sight(sources.api()) : open.sight;
        Picture picture = sight.picture();
        Picture known = picture == null ? Picture.of(sources.api()) : picture;
        if (wanted.screen() != ScreenKind.SEARCH) {
            return screens.draw(wanted, known, sight, OutputSearch.Found.NOTHING);
        }
        try (OutputSearch search = search(wanted, () -> {
        })) {
            search.begin(known.units().keySet());
            search.await(SEARCHED);
            return screens.draw(wanted, known, sight, search.found());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiProblem(Problem.of(ProblemCode.STOPPING, "The daemon is about to end."));
        }
    }

    private OutputSearch search(Wanted wanted, Runnable progress) {
        return new OutputSearch(sources.api(), wanted.value("q").orElse(""), clock, progress);
    }

    /**
     * Watches a screen.
     *
     * @param wake called when it is another one; must not wait
     * @throws ApiProblem {@code too_many_streams}
     */
    synchronized Shown watch(Wanted wanted, Runnable wake) {
        Shown found = shown.get(wanted);
        if (found == null) {
            if (shown.size() >= MOST) {
                throw new ApiProblem(Problem.of(ProblemCode.TOO_MANY_STREAMS,
                        MOST + " different screens are watched, which is the most there may be. Close some."));
            }
            found = wanted.screen() == ScreenKind.SEARCH ? searched(wanted) : new Shown(wanted, clock, null);
            shown.put(wanted, found);
        }
        found.watchers().add(wake);
        Watch open = watch;
        if (open == null) {
            open = new Watch();
            watch = open;
        }
        open.waker.run();
        return found;
    }

    private Shown searched(Wanted wanted) {
        Shown[] self = new Shown[1];
        OutputSearch search = search(wanted, () -> {
            self[0].spoil();
            wakePainter();
        });
        self[0] = new Shown(wanted, clock, search);
        return self[0];
    }

    private synchronized void wakePainter() {
        if (watch != null) {
            watch.waker.run();
        }
    }

    /** Watches it no longer. */
    void leave(Shown seen, Runnable wake) {
        Watch last = null;
        synchronized (this) {
            seen.watchers().remove(wake);
            if (seen.watchers().isEmpty() && shown.remove(seen.wanted(), seen)) {
                seen.close();
            }
            if (shown.isEmpty()) {
                last = watch;
                watch = null;
            }
        }
        if (last != null) {
            last.close();
        }
    }

    /** Whether somebody watches. */
    synchronized boolean isWatched() {
        return watch != null;
    }

    private synchronized List<Shown> shown() {
        return List.copyOf(shown.values());
    }

    /** The time from the first one to the last one. */
    private final class Watch implements LiveListener, AutoCloseable {

        private final Sight sight = new Sight(sources.api());
        private final Waker waker = new Waker();
        private final LiveDaemon live = new LiveDaemon(sources.api(), this);
        private volatile boolean over;

        Watch() {
            Thread.ofVirtual().name("runwisp-view").start(this::paint);
        }

        @Override
        public void link(Link link) {
            // It is this very process; when it ends, so does the stream of whoever watches.
        }

        @Override
        public void picture(Picture picture) {
            Picture before = sight.picture();
            sight.see(picture);
            boolean any = false;
            for (Shown each : shown()) {
                any |= each.see(before, picture);
            }
            if (any) {
                waker.run();
            }
        }

        @Override
        public void heard(List<DaemonEvent> events) {
            sight.hear(events);
            boolean any = false;
            for (Shown each : shown()) {
                any |= each.hear(events);
            }
            if (any) {
                waker.run();
            }
        }

        private void paint() {
            try {
                while (!over) {
                    boolean _ = waker.await(Duration.ofNanos(Math.max(1, paintAll())));
                }
            } catch (InterruptedException e) {
                // Nobody does that; the watch ends like one that is over.
            }
        }

        /** Draws what is due, and answers how long nothing will be. */
        private long paintAll() {
            long wait = LONGEST_WAIT.toNanos();
            if (sight.picture() == null) {
                return wait;
            }
            for (Shown each : shown()) {
                if (!over && each.dueIn(clock.nanos()) <= 0) {
                    each.draw(screens, sight, faults);
                    Turns.pass();
                }
                wait = Math.min(wait, each.dueIn(clock.nanos()));
            }
            return wait;
        }

        @Override
        public void close() {
            over = true;
            waker.run();
            live.close();
        }
    }
}
