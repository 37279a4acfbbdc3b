package io.runwisp.daemon.life;

import io.runwisp.daemon.log.DaemonLog;
import io.runwisp.engine.EngineCore;
import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.Moment;
import io.runwisp.engine.Wake;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The engine thread: takes messages in their order, lets the engine decide, and has done what it wants done. */
public final class EngineLoop {

    /** A clock that is set, or a machine that slept, is noticed after so long at the latest. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    /** Between two wakings without a message in between. */
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(1);

    private final EngineCore core;
    private final Clocks clocks;
    private final Effects effects;
    private final DaemonLog log;
    // Bounded by what is under way: a handful of reports for each process, a receipt for each batch, and one message for each request that waits for its answer.
    private final LinkedBlockingQueue<EngineMessage> mailbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private final Thread thread;
    private boolean wokenLast;

    /** What carries out effects; called by the engine thread. */
    public interface Effects {

        /** Does it, or has it done; never waits. */
        void perform(EngineEffect effect);

        /** Called after each message. */
        void settle();
    }

    /** A loop that has not begun. */
    public EngineLoop(EngineCore core, Clocks clocks, Effects effects, DaemonLog log) {
        this.core = core;
        this.clocks = clocks;
        this.effects = effects;
        this.log = log;
        this.thread = Thread.ofPlatform().name("runwisp-engine").daemon().unstarted(this::run);
    }

    /** Begins; the first message is this one. */
    public void begin(EngineMessage.Begin begin) {
        mailbox.add(begin);
        thread.start();
    }

    /** Tells the engine something, from any thread; never waits. */
    public void tell(EngineMessage message) {
        mailbox.add(message);
    }

    /** Completes when the engine has finished. */
    public CompletableFuture<Void> finished() {
        return finished;
    }

    private void run() {
        while (!finished.isDone()) {
            try {
                turn();
            } catch (InterruptedException e) {
                log.error("the engine thread was interrupted, which nobody does: it goes on");
            } catch (RuntimeException | Error fault) {
                log.error("the engine ran into a fault of its own and goes on: " + fault);
            }
        }
    }

    private void turn() throws InterruptedException {
        EngineMessage message = next();
        for (EngineEffect effect : core.handle(message, now())) {
            if (effect instanceof EngineEffect.Finished) {
                finished.complete(null);
            } else {
                perform(effect);
            }
        }
        effects.settle();
    }

    /** One effect that fails must not keep those behind it from being carried out. */
    private void perform(EngineEffect effect) {
        try {
            effects.perform(effect);
        } catch (RuntimeException fault) {
            log.error("what the engine wanted could not be done (" + effect.getClass().getSimpleName() + "): " + fault);
        }
    }

    private EngineMessage next() throws InterruptedException {
        long wait = waitNanos();
        if (wait <= 0 && !wokenLast) {
            wokenLast = true;
            return new EngineMessage.Woken();
        }
        EngineMessage message = mailbox.poll(Math.max(wait, SHORTEST_SLEEP.toNanos()), TimeUnit.NANOSECONDS);
        wokenLast = message == null;
        return message == null ? new EngineMessage.Woken() : message;
    }

    private long waitNanos() {
        @Nullable
        Wake wake = core.nextWake();
        long wait = LONGEST_SLEEP.toNanos();
        if (wake == null) {
            return wait;
        }
        Moment now = now();
        if (wake.nanos() != null) {
            wait = Math.min(wait, wake.nanos() - now.nanos());
        }
        if (wake.wall() != null && wake.wall().isBefore(now.wall().plus(LONGEST_SLEEP))) {
            wait = Math.min(wait, Duration.between(clocks.wall().now(), wake.wall()).toNanos());
        }
        return wait;
    }

    private Moment now() {
        return new Moment(clocks.wall().now().truncatedTo(ChronoUnit.MILLIS), clocks.monotonic().nanos());
    }
}
