package io.runwisp.web;

import io.runwisp.client.ApiFailure;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonEvent;
import io.runwisp.live.Picture;
import io.runwisp.time.MonotonicClock;
import io.runwisp.view.screen.RunScreen;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.json.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A screen that somebody watches, drawn once for all who do. The thread of the {@link ViewRoom} draws; any thread may say that it has become stale, and look at
 * what was drawn.
 */
final class Shown {

    /** It is not drawn more often. */
    static final Duration REST = Duration.ofMillis(250);
    /** It rests for so many times as long as drawing it has taken. */
    private static final int REST_TIMES = 4;
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Wanted wanted;
    private final Interest interest;
    private final MonotonicClock clock;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final @Nullable OutputSearch search;
    private volatile @Nullable Drawing drawing;
    private volatile boolean stale = true;
    private long restUntil;
    private long refreshAt;
    private boolean searching;

    /**
     * What was drawn.
     *
     * @param version grows with each change
     * @param json the screen
     * @param patch what makes it of the version before, or null when the whole is as good or there is none
     * @param gone why it cannot be shown, or null
     */
    record Drawing(long version, String json, @Nullable String patch, @Nullable Problem gone) {
    }

    Shown(Wanted wanted, MonotonicClock clock, @Nullable OutputSearch search) {
        this.wanted = wanted;
        this.interest = new Interest(wanted);
        this.clock = clock;
        this.search = search;
        restUntil = clock.nanos();
        refreshAt = Long.MAX_VALUE;
    }

    Wanted wanted() {
        return wanted;
    }

    List<Runnable> watchers() {
        return watchers;
    }

    /** What was drawn last; null before the first time. */
    @Nullable
    Drawing drawing() {
        return drawing;
    }

    /** It must be drawn again. */
    void spoil() {
        stale = true;
    }

    /** Events have come: whether it must be drawn again. */
    boolean hear(List<DaemonEvent> events) {
        boolean concerned = events.stream().anyMatch(interest::in);
        stale |= concerned;
        return concerned;
    }

    /** The picture has changed: whether it must be drawn again. */
    boolean see(@Nullable Picture before, Picture now) {
        boolean concerned = before == null || !interest.basis(before).equals(interest.basis(now));
        stale |= concerned;
        return concerned;
    }

    /** How long it may stay as it is; 0 or less when it is to be drawn. */
    long dueIn(long now) {
        return stale ? restUntil - now : Math.max(restUntil, refreshAt) - now;
    }

    /** Ends what goes on for it. */
    void close() {
        if (search != null) {
            search.close();
        }
    }

    /** Draws it as things are now; not before anything is known. */
    void draw(Screens screens, Sight sight, BiConsumer<String, Throwable> faults) {
        // In this order: whoever sees something new remembers it first, and says then that this is stale.
        stale = false;
        Picture picture = sight.picture();
        if (picture == null) {
            stale = true;
            return;
        }
        long begin = clock.nanos();
        OutputSearch searcher = search;
        if (searcher != null && !searching) {
            searching = true;
            searcher.begin(picture.units().keySet());
        }
        Duration rest = REST;
        try {
            Record screen = screens.draw(wanted, picture, sight,
                    searcher == null ? OutputSearch.Found.NOTHING : searcher.found());
            if (screen instanceof RunScreen run) {
                interest.of(run.row().task());
            }
            put(WireJson.text(screen), null);
        } catch (ApiFailure e) {
            if (e instanceof ApiProblem problem && (drawing == null || isLasting(problem))) {
                put("", problem.problem());
            } else {
                rest = AFTER_A_FAILURE;
                stale = true;
            }
        } catch (RuntimeException e) {
            faults.accept("the screen " + wanted.screen().word(), e);
            put("", Problem.of(ProblemCode.INTERNAL,
                    "Something went wrong inside when this screen was drawn; the log of the daemon says what."));
        }
        long end = clock.nanos();
        restUntil = begin + Math.max(rest.toNanos(), (end - begin) * (1 + REST_TIMES));
        Duration refresh = interest.refresh();
        refreshAt = refresh == null ? Long.MAX_VALUE : end + refresh.toNanos();
    }

    private static boolean isLasting(ApiProblem problem) {
        return problem.problem().status() < 500;
    }

    private void put(String json, @Nullable Problem gone) {
        Drawing last = drawing;
        if (last == null || !last.json().equals(json) || gone != null) {
            boolean follows = !watchers.isEmpty() && !json.isEmpty();
            String patch = last == null || last.json().isEmpty() || !follows ? null : Patch.between(last.json(), json);
            drawing = new Drawing(last == null ? 1 : last.version() + 1, json, patch, gone);
            watchers.forEach(Runnable::run);
        }
    }
}
