package io.runwisp.engine.simulation;

import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.FakeMachine;
import io.runwisp.engine.FakeOrphanSweep;
import io.runwisp.engine.FakeOutputSink;
import io.runwisp.engine.FakeProcessLauncher;
import io.runwisp.engine.FaultyProcessLauncher;
import io.runwisp.engine.Moment;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.engine.VirtualTimers;
import io.runwisp.engine.definition.UnitDefinition;
import io.runwisp.model.Run;
import io.runwisp.model.RunPhase;
import io.runwisp.model.StopCause;
import io.runwisp.model.StopOrder;
import io.runwisp.model.StopSignal;
import io.runwisp.model.UlidSequence;
import io.runwisp.time.ClockWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A machine, a disk, two clocks and the daemons that live there one after the other. */
final class World implements Daemon.Surroundings {

    private static final Duration PATIENCE = Duration.ofHours(4);

    private final EngineWorldPlan plan;
    private final Engine.Maker maker;
    private final Recovery recovery;
    private final VirtualTimers timers = new VirtualTimers();
    private final FakeMachine machine = new FakeMachine(timers);
    private final VirtualJournal journal;
    private final RandomChildren children;
    private final Random random;
    private final Observers observers;
    private final Instant begin;
    private List<UnitDefinition> file;
    private long wallOffsetMillis;
    private int strikeIn = -1;
    private boolean rebootOnStrike;
    private Duration downtime = Duration.ZERO;
    private int plannedStart;
    private int refusals;
    private Duration spawnDelay = Duration.ZERO;
    private int spawnDelays;
    private @Nullable Daemon daemon;

    World(EngineWorldPlan plan, Engine.Maker maker, Recovery recovery) {
        this.plan = plan;
        this.maker = maker;
        this.recovery = recovery;
        this.random = new Random(plan.seed() * 31 + 7);
        this.children = new RandomChildren(new Random(plan.seed() * 31 + 8));
        this.journal = new VirtualJournal(timers, new Random(plan.seed() * 31 + 9),
                (changes, sequences) -> happen(new Happening.Durable(now(), changes, sequences)));
        this.observers = new Observers(new Ledger(plan, machine));
        this.begin = plan.begin();
        this.file = plan.units();
        machine.onBegin((run, process) -> happen(new Happening.Began(now(), run, process)));
    }

    Observers observers() {
        return observers;
    }

    @Override
    public Moment now() {
        return new Moment(begin.plusMillis(wallOffsetMillis + timers.nanos() / 1_000_000), timers.nanos());
    }

    @Override
    public void happen(Happening happening) {
        observers.happen(happening);
    }

    @Override
    public boolean strikes() {
        if (strikeIn < 0 || strikeIn-- > 0) {
            return false;
        }
        kill();
        return true;
    }

    /** Lives its whole life. */
    void live() {
        start();
        new Tribulations(this, plan, timers, random).arrange();
        passUntil(timers.nanos() + plan.length().toNanos());
        settle();
        end();
    }

    private void start() {
        RunJournalSnapshot past = journal.recover();
        List<Run> running = past.unfinished().stream().filter(run -> run.phase() == RunPhase.RUNNING).toList();
        new FakeOrphanSweep(machine).sweep(running, run -> ladder(run));
        ledger().load(file, now());
        journal.writeNow(recovery.mark(journal.recover(), file, now()));
        happen(new Happening.DaemonUp(now()));
        UlidSequence ids = new UlidSequence(() -> now().wall().toEpochMilli(), random);
        Engine engine = maker.make(plan.rules(), file, ids::next, new PlainTexts());
        FakeProcessLauncher processes = new FakeProcessLauncher(machine, new FakeOutputSink(), children,
                () -> Duration.ofMillis(random.nextInt(8)), report -> Objects.requireNonNull(daemon).tell(report));
        FaultyProcessLauncher launcher = new FaultyProcessLauncher(processes, timers, this::spawnFault,
                report -> Objects.requireNonNull(daemon).tell(report));
        Daemon next = new Daemon(this, engine, journal, processes, launcher, random.nextInt(3) * 1_000_000L);
        daemon = next;
        journal.open(next::tell);
        next.tell(new EngineMessage.Begin(journal.recover(), machine.bootId()));
    }

    private StopOrder ladder(Run run) {
        return run.stop() != null ? run.stop()
                : new StopOrder(StopCause.ORPHANED, Duration.ofSeconds(5), StopSignal.SIGTERM);
    }

    private FaultyProcessLauncher.Fault spawnFault() {
        if (refusals > 0) {
            refusals--;
            return new FaultyProcessLauncher.Refuse("no more processes");
        }
        if (spawnDelays > 0) {
            spawnDelays--;
            return new FaultyProcessLauncher.Delay(spawnDelay);
        }
        return new FaultyProcessLauncher.None();
    }

    private void kill() {
        Daemon victim = daemon;
        strikeIn = -1;
        if (victim == null || victim.isDead()) {
            return;
        }
        victim.die();
        happen(new Happening.DaemonKilled(now(), rebootOnStrike));
        if (rebootOnStrike) {
            machine.reboot();
        }
        startAfter(downtime);
    }

    private void startAfter(Duration wait) {
        int mine = ++plannedStart;
        timers.in(wait, () -> {
            if (mine == plannedStart) {
                start();
            }
        });
    }

    private void passUntil(long end) {
        long spins = 0;
        while (true) {
            handleAll();
            long wake = daemon == null ? Long.MAX_VALUE : daemon.wakeAt();
            long next = Math.min(timers.nextDue(), wake);
            if (next > end) {
                timers.advanceTo(end);
                handleAll();
                return;
            }
            spins = next > timers.nanos() ? 0 : spins + 1;
            if (spins > 10_000) {
                throw new Violation("World", "time stands still: the engine wants to be woken again and again");
            }
            timers.advanceTo(next);
            if (daemon != null && daemon.wakeAt() <= timers.nanos()) {
                daemon.tell(new EngineMessage.Woken());
            }
        }
    }

    private void handleAll() {
        Daemon living = daemon;
        if (living == null || living.isDead()) {
            return;
        }
        living.handleAll();
        if (!living.isDead() && living.hasFinished()) {
            observers.finished(now());
            living.die();
            happen(new Happening.DaemonKilled(now(), false));
            startAfter(downtime);
        } else if (!living.isDead()) {
            observers.quiet(now());
            replay(living);
        }
    }

    private void replay(Daemon living) {
        if (journal.isIdle() && observers.replay().wants(now(), living.wakeAt())) {
            UlidSequence ids = new UlidSequence(() -> now().wall().toEpochMilli(), new Random(1));
            Engine another = maker.make(plan.rules(), ledger().units(), ids::next, new PlainTexts());
            observers.replay()
                .begun(another.handle(new EngineMessage.Begin(journal.recover(), machine.bootId()),
                        now()));
        }
    }

    private void settle() {
        strikeIn = -1;
        refusals = 0;
        spawnDelays = 0;
        children.behave();
        mendDisk();
        downtime = Duration.ofSeconds(1);
        if (daemon != null && daemon.isDead()) {
            startAfter(downtime);
        }
        long end = timers.nanos() + PATIENCE.toNanos();
        passUntil(timers.nanos() + Duration.ofMinutes(40).toNanos());
        while (!observers.isSettled(now(), journal.isIdle())) {
            if (timers.nanos() > end) {
                throw observers.unsettled(now(), journal.isIdle());
            }
            long next = Math.min(timers.nextDue(), daemon == null ? Long.MAX_VALUE : daemon.wakeAt());
            passUntil(Math.min(end + 1, Math.max(next, timers.nanos() + 1)));
        }
        observers.settled(now());
    }

    private void end() {
        downtime = Duration.ofDays(10_000);
        tell(new EngineMessage.Shutdown());
        passUntil(timers.nanos() + plan.rules().shutdownTimeout().plusSeconds(60).toNanos());
        if (daemon == null || !daemon.isDead()) {
            throw new Violation("ShutdownCheck", "the daemon did not finish");
        }
    }

    /** Tells the daemon something, if there is one. */
    void tell(EngineMessage message) {
        if (daemon != null) {
            daemon.tell(message);
        }
    }

    /** Somebody has saved the file; it counts from the next reload or start on. */
    void save(List<UnitDefinition> units) {
        file = units;
    }

    Ledger ledger() {
        return observers.ledger();
    }

    /** Sets the wall clock, or lets the machine sleep. */
    void moveClock(Duration by, boolean slept) {
        wallOffsetMillis += by.toMillis();
        happen(new Happening.ClockMoved(now(), by, slept));
        // Whoever drives the engine reads the clocks this often; here only when it makes a difference.
        timers.in(Duration.ofMillis(1 + random.nextInt((int) ClockWatch.HEARTBEAT.toMillis())),
                () -> tell(new EngineMessage.Woken()));
    }

    /** Kills the daemon after so many more effects. */
    void strike(int effects, boolean reboot, Duration thenDownFor) {
        strikeIn = effects;
        rebootOnStrike = reboot;
        downtime = thenDownFor;
    }

    /** How long the daemon is down after an ordinary end. */
    void restartAfter(Duration time) {
        downtime = time;
    }

    void refuseSpawns(int count) {
        refusals = count;
    }

    void delaySpawns(int count, Duration by) {
        spawnDelays = count;
        spawnDelay = by;
    }

    void slowDisk(Duration by) {
        ledger().slow = true;
        journal.slow(by);
    }

    void mendDisk() {
        journal.mend();
        // What is on its way to the disk takes the time that it was given.
        timers.in(Duration.ofSeconds(4), () -> ledger().slow = false);
    }

    VirtualJournal journal() {
        return journal;
    }
}
