package io.runwisp.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.api.ground.ConfigInForce;
import io.runwisp.client.ApiProblem;
import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.live.Picture;
import io.runwisp.time.SystemMonotonicClock;
import io.runwisp.time.SystemWallClock;
import io.runwisp.view.screen.ScreenKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is watched is drawn, once, and only then. */
class ViewRoomTest {

    private static final String TOML = "[daemon]\n[tasks.t]\nrun = \"true\"\n";
    private static final ZoneId UTC = ZoneId.of("UTC");

    @TempDir
    Path folder;

    private final BlockingQueue<String> woken = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> faults = new LinkedBlockingQueue<>();

    private ViewRoom room(TestDaemon daemon) {
        Config config = Loading.in(folder).valid(TOML);
        ConfigInForce inForce = new ConfigInForce() {

            @Override
            public Config config() {
                return config;
            }

            @Override
            public Instant loadedAt() {
                return Instant.EPOCH;
            }

            @Override
            public boolean isStale() {
                return false;
            }
        };
        return new ViewRoom(new Sources(daemon.local(), inForce, _ -> Map.of(), new SystemWallClock()),
                new SystemMonotonicClock(), (what, fault) -> faults.add(what + fault));
    }

    private static Wanted wanted(ScreenKind screen, Map<String, String> query) {
        return new Wanted(screen, query, UTC);
    }

    private Runnable waker(String name) {
        return () -> woken.add(name);
    }

    private String woken() {
        try {
            return String.valueOf(woken.poll(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverWantsTheSameSharesOneDrawingAndTheLastOneEndsIt() {
        try (TestDaemon daemon = new TestDaemon(folder, TOML)) {
            ViewRoom room = room(daemon);
            assertFalse(room.isWatched());
            Runnable one = waker("one");
            Runnable other = waker("other");
            Shown first = room.watch(wanted(ScreenKind.SHELL, Map.of()), one);
            assertEquals("one", woken());
            Shown.Drawing drawing = first.drawing();
            assertSame(first, room.watch(wanted(ScreenKind.SHELL, Map.of()), other));
            assertSame(drawing, first.drawing(), "what was drawn is there for whoever comes");
            Shown second = room.watch(wanted(ScreenKind.UNITS, Map.of()), one);
            assertNotSame(first, second);
            room.leave(second, one);
            room.leave(first, one);
            assertTrue(room.isWatched());
            room.leave(first, other);
            assertFalse(room.isWatched());
            assertEquals(0, faults.size());
        }
    }

    @Test
    void nobodyIsToldWhenTheSameIsDrawnAgain() {
        try (TestDaemon daemon = new TestDaemon(folder, TOML)) {
            Sources sources = room(daemon).sources();
            Shown plan = new Shown(wanted(ScreenKind.PLAN, Map.of()), new SystemMonotonicClock(), null);
            plan.watchers().add(waker("one"));
            Sight sight = new Sight(sources.api());
            sight.see(Picture.of(sources.api()));
            for (int i = 0; i < 3; i++) {
                plan.draw(new Screens(sources), sight, (what, _) -> faults.add(what));
            }
            assertEquals(List.of("one"), List.copyOf(woken));
            assertEquals(0, faults.size());
        }
    }

    /**
     * A picture that came while another screen was drawn was lost: the round went on with the one that it had begun with, and those that had become stale
     * meanwhile counted as drawn.
     */
    @Test
    void whatIsSeenWhileOthersAreDrawnIsDrawnAsWell() {
        try (TestDaemon daemon = new TestDaemon(folder, TOML)) {
            Sources sources = room(daemon).sources();
            Sight sight = new Sight(sources.api());
            Picture first = Picture.of(sources.api());
            Picture second = new Picture(first.info(), first.units(), 7, null);
            Shown shell = new Shown(wanted(ScreenKind.SHELL, Map.of()), new SystemMonotonicClock(), null);
            shell.watchers().add(waker("seen"));
            sight.see(first);
            shell.draw(new Screens(sources), sight, (what, _) -> faults.add(what));
            sight.see(second);
            assertTrue(shell.see(first, second));
            shell.draw(new Screens(sources), sight, (what, _) -> faults.add(what));
            assertTrue(String.valueOf(shell.drawing()).contains("\"unread\":7"), String.valueOf(shell.drawing()));
        }
    }

    @Test
    void noMoreDifferentScreensThanTheDaemonCanDraw() {
        try (TestDaemon daemon = new TestDaemon(folder, TOML)) {
            ViewRoom room = room(daemon);
            Runnable one = () -> {
            };
            for (int i = 0; i < ViewRoom.MOST; i++) {
                var _ = room.watch(wanted(ScreenKind.SHELL, Map.of("n", i + "")), one);
            }
            ApiProblem full = assertThrows(ApiProblem.class,
                    () -> room.watch(wanted(ScreenKind.RUNS, Map.of()), one));
            assertEquals("too_many_streams", full.problem().code());
            for (int i = 0; i < ViewRoom.MOST; i++) {
                Wanted each = wanted(ScreenKind.SHELL, Map.of("n", i + ""));
                Shown shown = room.watch(each, one);
                room.leave(shown, one);
                room.leave(shown, one);
            }
            assertFalse(room.isWatched());
        }
    }
}
