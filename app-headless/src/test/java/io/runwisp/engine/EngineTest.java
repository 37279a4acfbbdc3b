package io.runwisp.engine;

import static io.runwisp.engine.SampleUnits.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import io.runwisp.model.Trigger;
import io.runwisp.model.UlidSequence;
import io.runwisp.time.MonotonicClock;
import io.runwisp.time.SystemMonotonicClock;
import io.runwisp.time.SystemWallClock;
import io.runwisp.time.VirtualMonotonicClock;
import io.runwisp.time.WallClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The thread around the core. */
final class EngineTest {

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Engine> engine = new AtomicReference<>();

    /** Every process waits for its signal; every launch of a task called "bad" breaks the launcher. */
    private final class Launcher implements ProcessLauncher {

        @Override
        public void launch(Launch launch) {
            if (launch.log().unit().equals("bad")) {
                throw new IllegalStateException("broken launcher");
            }
            tell(new ProcessReport.Launched(launch.run(), new ProcessIdentity(1, 1, "b", 1, List.of()), "x.log",
                    new SystemMonotonicClock().nanos()));
        }

        @Override
        public void release(RunId run) {
            log.add("released");
        }

        @Override
        public void signal(RunId run, StopSignal signal) {
            tell(new ProcessReport.Exited(run, 143, 15, null));
            tell(new ProcessReport.Cleared(run, EngineDriver.totals(), null));
        }

        @Override
        public void closeOutput(RunId run) {
            log.add("closed");
        }

        @Override
        public void say(RunId run, String text) {
            log.add(text);
        }

        @Override
        public void probe(Probe probe) {
            log.add("probe");
        }

        @Override
        public void cancelProbe(RunId replica) {
            log.add("no probe");
        }

        private void tell(EngineMessage message) {
            Engine to = engine.get();
            if (to != null) {
                to.tell(message);
            }
        }
    }

    /** What the engine calls when old runs may go. */
    private interface Sweep {

        void run() throws Exception;
    }

    private Engine started() {
        return started(new SystemMonotonicClock(), () -> {
            throw new IllegalStateException("broken sweep");
        });
    }

    private Engine started(MonotonicClock clock, Sweep sweep) {
        WallClock wall = new SystemWallClock();
        UlidSequence ids = new UlidSequence(() -> wall.now().toEpochMilli(), new Random(5));
        EventText texts = new EventText() {
            @Override
            public String ofRun(Run run, @Nullable String error) {
                return "{}";
            }

            @Override
            public String ofUnit(String unit, String text) {
                return "{}";
            }
        };
        FakeRunJournal journal = new FakeRunJournal();
        EngineCore core = new EngineCore(new EngineRules(Duration.ofSeconds(5), false),
                List.of(task("a").make(), task("bad").make()), ids::next, texts);
        Engine made = new Engine(core, new EnginePorts(journal, new Launcher(), wall, clock,
                line -> log.add(line.text()), () -> {
                    try {
                        sweep.run();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }, _ -> {
                }));
        engine.set(made);
        made.start(journal.recover(), "boot");
        return made;
    }

    @Test
    void anEngineThatHangsShowsNoSignOfLifeUntilItGoesOn() throws Exception {
        CountDownLatch hung = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        VirtualMonotonicClock clock = new VirtualMonotonicClock(7);
        Engine engine = started(clock, () -> {
            hung.countDown();
            released.await();
        });
        assertTrue(hung.await(10, TimeUnit.SECONDS));
        clock.advance(Duration.ofSeconds(46));
        assertEquals(Duration.ofSeconds(46), engine.sinceTurn());
        released.countDown();
        trigger(engine, "a");
        assertEquals(Duration.ZERO, engine.sinceTurn());
        engine.shutDown();
        engine.finished().get(10, TimeUnit.SECONDS);
    }

    private static CommandResult trigger(Engine engine, String task) throws Exception {
        return engine.ask(ticket -> new EngineMessage.TriggerTask(ticket, task, Trigger.API, Map.of()))
            .get(10, TimeUnit.SECONDS);
    }

    @Test
    void asksAreAnsweredAndTheEndEndsEverything() throws Exception {
        Engine engine = started();
        Run run = assertInstanceOf(EngineEffect.Triggered.class, trigger(engine, "a")).run();
        CommandResult stopped = engine.ask(ticket -> new EngineMessage.StopRun(ticket, run.id()))
            .get(10, TimeUnit.SECONDS);
        assertInstanceOf(EngineEffect.Accepted.class, stopped);
        trigger(engine, "a");
        engine.shutDown();
        engine.finished().get(10, TimeUnit.SECONDS);
        assertInstanceOf(EngineEffect.Rejected.class, trigger(engine, "a"));
    }

    @Test
    void whatBreaksIsCountedAndTheEngineGoesOn() throws Exception {
        Engine engine = started();
        trigger(engine, "bad");
        assertInstanceOf(EngineEffect.Triggered.class, trigger(engine, "a"));
        assertEquals(2, engine.faults(), () -> "the sweep and the launch: " + log);
        assertTrue(log.stream().anyMatch(line -> line.contains("broken launcher")));
        engine.shutDown();
        engine.finished().get(10, TimeUnit.SECONDS);
    }
}
