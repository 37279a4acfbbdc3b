package io.runwisp.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.DaemonEvent;
import io.runwisp.client.RunQuery;
import io.runwisp.model.RunFilter;
import io.runwisp.wire.event.Resync;
import io.runwisp.wire.event.RunDeleted;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A daemon that changes at random, events that come late, answers that come later still: what is shown comes to be what is so. */
final class FollowerTest {

    private static final int WORLDS = 400;
    private static final int STEPS = 120;
    private static final List<String> STATUSES = List.of("pending", "running", "ended");

    @Test
    void whateverComesFirstThePictureComesToBeTheDaemon() {
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = new World(seed);
            new Story<>(world, World::picture).live();
        }
    }

    @Test
    void whateverComesFirstAWindowComesToBeTheList() {
        RunFilter filter = RunFilter.ofTask("a").withStatuses(Set.of("running", "success"));
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = new World(seed);
            new Story<>(world, present -> present.window(new RunQuery(filter, RunQuery.newest(filter).sort(), 5, 0)))
                .live();
        }
    }

    @Test
    void aStoryThatLosesAnEventIsFoundOut() {
        assertThrows(AssertionError.class, () -> {
            for (int seed = 0; seed < WORLDS; seed++) {
                World world = new World(seed);
                Story<Picture> story = new Story<>(world, World::picture);
                story.losing = true;
                story.live();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void anAnswerThatWasOnItsWayDoesNotTakeARunBack(Order order) {
        Run running = Things.run(1, "a", "running");
        Run ended = Things.run(1, "a", "ended");
        List<Picture> shown = new ArrayList<>();
        Follower<Picture> follower = new Follower<>(_ -> picture(running), shown::add);
        assertNotNull(follower.wanted());
        if (order == Order.EVENT_FIRST) {
            follower.hear(Things.told(ended));
            follower.fetched(picture(running));
        } else {
            follower.fetched(picture(running));
            follower.hear(Things.told(ended));
        }
        follower.hear(Things.told(Things.task("a", "running", 0, running)));
        follower.tell();
        assertEquals(ended, last(shown.getLast()));
    }

    enum Order {
        EVENT_FIRST, ANSWER_FIRST
    }

    @Test
    void whatWasLostIsFetchedAndWhatFailedIsFetchedAgain() {
        Follower<Picture> follower = new Follower<>(_ -> picture(null), _ -> {
        });
        assertNotNull(follower.wanted());
        assertNull(follower.wanted(), "one question at a time");
        follower.failed();
        assertNotNull(follower.wanted());
        follower.fetched(picture(null));
        assertNull(follower.wanted());
        follower.hear(new DaemonEvent.EventsLost(new Resync("too old")));
        assertNotNull(follower.wanted());
    }

    private static Picture picture(@Nullable Run last) {
        TaskResponse unit = Things.task("a", "idle", 0, last);
        return new Picture(Things.info("quiet-otter"), new TreeMap<>(Map.of("a", unit)), 0, null);
    }

    private static @Nullable Run last(Picture picture) {
        TaskResponse unit = picture.units().get("a");
        return unit == null ? null : unit.now().lastRun();
    }

    /** A daemon with two tasks. */
    private static final class World {

        private final Random random;
        private final Map<String, Run> runs = new TreeMap<>();
        private final Map<String, Integer> queued = new HashMap<>(Map.of("a", 0, "b", 0));
        private int made;

        World(int seed) {
            random = new Random(seed);
        }

        /** Something happens; the events that tell of it. */
        List<DaemonEvent> change() {
            String task = random.nextBoolean() ? "a" : "b";
            int kind = random.nextInt(10);
            if (kind < 4 || runs.isEmpty()) {
                return List.of(put(Things.run(++made, task, "pending")));
            }
            Run some = List.copyOf(runs.values()).get(random.nextInt(runs.size()));
            if (kind < 7) {
                int phase = Math.min(2, STATUSES.indexOf(some.status()) + 1 + random.nextInt(2));
                long number = Long.parseLong(some.id().substring(18));
                return List.of(put(Things.run(number, some.taskName(), STATUSES.get(phase))));
            }
            if (kind < 8 && some.status().equals("ended")) {
                runs.remove(some.id());
                return List.of(new DaemonEvent.RunGone(new RunDeleted(some.id(), some.taskName())));
            }
            queued.merge(task, 1, Integer::sum);
            return List.of(Things.told(unit(task)));
        }

        private DaemonEvent put(Run run) {
            runs.put(run.id(), run);
            return Things.told(run);
        }

        private TaskResponse unit(String task) {
            Run newest = runs.values()
                .stream()
                .filter(run -> run.taskName().equals(task))
                .max(Comparator.comparing(Run::id))
                .orElse(null);
            return Things.task(task, "idle", queued.getOrDefault(task, 0), newest);
        }

        Picture picture() {
            return new Picture(Things.info("quiet-otter"), new TreeMap<>(Map.of("a", unit("a"), "b", unit("b"))), 0,
                    null);
        }

        RunWindow window(RunQuery query) {
            List<Run> all = runs.values()
                .stream()
                .filter(run -> Runs.fits(run, query.filter()))
                .sorted(Comparator.comparing(Run::id).reversed())
                .toList();
            return new RunWindow(query, all.stream().limit(query.limit()).toList(), all.size(), null);
        }
    }

    /** Follows a world, with events and answers that are late by random steps. */
    private static final class Story<S extends Followed<S>> {

        private final World world;
        private final Function<World, S> truth;
        private final Deque<DaemonEvent> underWay = new ArrayDeque<>();
        private final List<S> shown = new ArrayList<>();
        private final Follower<S> follower;
        private @Nullable S answer;
        private boolean losing;

        Story(World world, Function<World, S> truth) {
            this.world = world;
            this.truth = truth;
            this.follower = new Follower<>(_ -> truth.apply(world), shown::add);
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                switch (world.random.nextInt(4)) {
                    case 0 -> world.change().forEach(this::send);
                    case 1 -> hear();
                    case 2 -> ask();
                    default -> take();
                }
            }
            while (!underWay.isEmpty()) {
                hear();
            }
            for (int more = 0; more < 3; more++) {
                take();
                ask();
                take();
            }
            assertTrue(!shown.isEmpty(), "nothing was shown");
            assertEquals(truth.apply(world), shown.getLast());
        }

        private void send(DaemonEvent event) {
            if (!losing || world.random.nextInt(10) > 0) {
                underWay.add(event);
            }
        }

        private void hear() {
            DaemonEvent event = underWay.poll();
            if (event != null) {
                follower.hear(event);
                look();
            }
        }

        private void ask() {
            if (follower.wanted() != null) {
                answer = truth.apply(world);
            }
        }

        private void take() {
            S came = answer;
            if (came != null) {
                answer = null;
                follower.fetched(came);
                look();
            }
        }

        private void look() {
            follower.tell();
        }
    }
}
