package io.runwisp.engine;

import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.time.ClockWatch;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The thread that decides: takes a message, has {@link EngineCore} handle it, and hands out what is to be done. It never waits but for messages, and never ends
 * before everything has ended.
 *
 * <p>Any thread may tell, ask and end it. What others do for it comes back as messages.
 */
public final class Engine {

    /** How many messages may wait. Whoever reports more waits; whoever asks more is sent away. */
    public static final int MAILBOX = 16_384;

    private final EngineCore core;
    private final EnginePorts ports;
    private final BlockingQueue<EngineMessage> mailbox = new ArrayBlockingQueue<>(MAILBOX);
    private final Deque<EngineMessage> own = new ArrayDeque<>();
    private final JournalHand journal;
    private final Map<Long, CompletableFuture<CommandResult>> questions = new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private final Thread thread;
    private long heartbeat;
    private volatile long turn;
    private boolean over;

    public Engine(EngineCore core, EnginePorts ports) {
        this.core = core;
        this.ports = ports;
        this.journal = new JournalHand(ports.journal(), this::tell);
        this.thread = Thread.ofPlatform().name("runwisp-engine").unstarted(this::loop);
    }

    /** Begins with what the journal holds; see {@link EngineMessage.Begin}. */
    public void start(RunJournalSnapshot past, @Nullable String bootId) {
        own.add(new EngineMessage.Begin(past, bootId));
        heartbeat = ports.monotonic().nanos();
        turn = heartbeat;
        thread.start();
    }

    /** Tells the engine what has happened. Waits while too much waits already, but never in the engine's own thread. */
    public void tell(EngineMessage message) {
        if (Thread.currentThread().equals(thread)) {
            own.add(message);
            return;
        }
        boolean told = false;
        while (!told && !finished.isDone()) {
            try {
                told = mailbox.offer(message, 1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                // What has happened must be told, so the interruption waits.
                told = mailbox.offer(message);
                Thread.currentThread().interrupt();
                if (!told) {
                    return;
                }
            }
        }
    }

    /** Asks for something; the answer comes when it is decided and written down. */
    public CompletableFuture<CommandResult> ask(LongFunction<EngineMessage.Request> request) {
        long ticket = tickets.incrementAndGet();
        CompletableFuture<CommandResult> answer = new CompletableFuture<>();
        questions.put(ticket, answer);
        if (finished.isDone() || !mailbox.offer(request.apply(ticket))) {
            questions.remove(ticket);
            answer.complete(finished.isDone()
                    ? new EngineEffect.Rejected(EngineEffect.Reason.STOPPING, "the daemon has ended")
                    : new EngineEffect.Rejected(EngineEffect.Reason.NOT_NOW,
                            "too much is being asked at once; ask again"));
        }
        return answer;
    }

    /** Ends everything; asked again, at once. */
    public void shutDown() {
        tell(new EngineMessage.Shutdown());
    }

    /** Done when everything has ended. */
    public CompletableFuture<Void> finished() {
        return finished.copy();
    }

    /** How long ago it began its latest turn: it waits for {@link ClockWatch#HEARTBEAT} at most, so more than that is a sign that it hangs. */
    public Duration sinceTurn() {
        return Duration.ofNanos(ports.monotonic().nanos() - turn);
    }

    /** How often something went wrong that should not have. */
    public long faults() {
        return faults.get();
    }

    private void loop() {
        while (!over) {
            try {
                step();
            } catch (InterruptedException e) {
                // Nobody interrupts this thread to end it: that is what Shutdown is for.
                fault("the engine was interrupted, and goes on", e);
            } catch (RuntimeException | Error e) {
                fault("the engine could not handle a message, and goes on", e);
            }
        }
        finished.complete(null);
        questions.forEach((_, answer) -> answer.complete(
                new EngineEffect.Rejected(EngineEffect.Reason.STOPPING, "the daemon has ended")));
    }

    private void step() throws InterruptedException {
        turn = ports.monotonic().nanos();
        EngineMessage message = next();
        for (EngineEffect effect : core.handle(message, now())) {
            try {
                carryOut(effect);
            } catch (RuntimeException e) {
                fault("something that the engine wanted done failed, and it goes on: "
                        + effect.getClass().getSimpleName(), e);
            }
        }
        journal.flush();
        Set<String> touched = core.touched();
        if (!touched.isEmpty()) {
            ports.news().accept(touched);
        }
    }

    private EngineMessage next() throws InterruptedException {
        EngineMessage message = own.poll();
        if (message != null) {
            return message;
        }
        Duration wait = untilWake();
        // A wake that is due comes before what waits, so that a full mailbox cannot hold up time.
        message = wait.isPositive() ? mailbox.poll(wait.toNanos(), TimeUnit.NANOSECONDS) : null;
        if (message == null) {
            heartbeat = ports.monotonic().nanos();
            return new EngineMessage.Woken();
        }
        return message;
    }

    private Duration untilWake() {
        Moment now = now();
        Duration wait = ClockWatch.HEARTBEAT.minus(now.since(heartbeat));
        Wake wake = core.nextWake();
        if (wake != null && wake.nanos() != null) {
            wait = shorter(wait, Duration.ofNanos(wake.nanos() - now.nanos()));
        }
        if (wake != null && wake.wall() != null) {
            wait = shorter(wait, Duration.between(now.wall(), wake.wall()));
        }
        return journal.waits() ? shorter(wait, Duration.ofSeconds(1)) : wait;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private Moment now() {
        return new Moment(ports.wall().now().truncatedTo(ChronoUnit.MILLIS), ports.monotonic().nanos());
    }

    private void carryOut(EngineEffect effect) {
        ProcessLauncher launcher = ports.launcher();
        switch (effect) {
            case EngineEffect.WriteJournal(long batch, var changes) -> journal.write(batch, changes);
            case EngineEffect.LaunchProcess(var launch) -> launch(launch);
            case EngineEffect.ReleaseProcess(var run) -> launcher.release(run);
            case EngineEffect.SignalProcess(var run, var signal) -> launcher.signal(run, signal);
            case EngineEffect.CloseOutput(var run) -> launcher.closeOutput(run);
            case EngineEffect.SayInLog(var run, var text) -> launcher.say(run, text);
            case EngineEffect.StartProbe(var probe) -> launcher.probe(probe);
            case EngineEffect.CancelProbe(var replica) -> launcher.cancelProbe(replica);
            case EngineEffect.Answer(long ticket, var result) -> answer(ticket, result);
            case EngineEffect.Narrate line -> ports.log().accept(line);
            case EngineEffect.SweepRetention _ -> ports.sweep().run();
            case EngineEffect.Finished _ -> over = true;
        }
    }

    private void launch(ProcessLauncher.Launch launch) {
        try {
            ports.launcher().launch(launch);
        } catch (RuntimeException e) {
            fault("a process could not be started", e);
            tell(new ProcessReport.NotLaunched(launch.run(), null, "it could not be started: " + e));
        }
    }

    private void answer(long ticket, CommandResult result) {
        CompletableFuture<CommandResult> question = questions.remove(ticket);
        if (question != null) {
            // What others hang on an answer is not the engine's work.
            question.completeAsync(() -> result, task -> Thread.ofVirtual().start(task));
        }
    }

    private void fault(String what, Throwable cause) {
        faults.incrementAndGet();
        try {
            ports.log().accept(new EngineEffect.Narrate(Level.ERROR, what + ": " + cause + at(cause)));
        } catch (RuntimeException e) {
            // A log that cannot be written must not end the engine; the fault is counted.
            faults.incrementAndGet();
        }
    }

    private static String at(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
