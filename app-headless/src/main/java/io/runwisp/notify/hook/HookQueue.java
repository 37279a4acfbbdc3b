package io.runwisp.notify.hook;

import io.runwisp.engine.EngineEffect.Narrate;
import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.process.CommandRunner;
import io.runwisp.process.CommandRunner.Outcome;
import io.runwisp.wire.json.WireJson;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events that wait for one hook, and the thread that runs it while there are any. */
final class HookQueue {

    /** So many events wait; the oldest gives way. */
    static final int MOST_WAITING = 256;
    /** So much of what a hook prints is kept. */
    static final int MOST_OUTPUT = 8 * 1024;
    /** So many lines of it go into the log of the daemon. */
    static final int MOST_LINES = 20;

    /** For how long the processes of a hook that is cut off are waited for. */
    private static final Duration LAST_KILL = Duration.ofSeconds(2);

    private final Hook hook;
    private final CommandRunner commands;
    private final Consumer<Narrate> log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<HookEvent> waiting = new ArrayDeque<>();
    private @Nullable Thread worker;
    private boolean closed;
    private boolean dropping;

    HookQueue(Hook hook, CommandRunner commands, Consumer<Narrate> log) {
        this.hook = hook;
        this.commands = commands;
        this.log = log;
    }

    Hook hook() {
        return hook;
    }

    void offer(HookEvent event) {
        boolean tell = false;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            waiting.addLast(event);
            if (waiting.size() > MOST_WAITING) {
                waiting.removeFirst();
                tell = !dropping;
                dropping = true;
            }
            if (worker == null) {
                worker = Thread.ofVirtual().name("runwisp-hook-" + hook.number()).start(this::work);
            }
        } finally {
            lock.unlock();
        }
        if (tell) {
            say(Level.WARN, "is too slow for what happens: " + MOST_WAITING
                    + " events wait, and the oldest are dropped until it has caught up");
        }
    }

    /** Waits until nothing waits for it any more; then, or when that takes too long, it ends. */
    void end(Duration longest) throws InterruptedException {
        Thread working;
        lock.lock();
        try {
            long left = longest.toNanos();
            while (worker != null && left > 0) {
                left = changed.awaitNanos(left);
            }
            closed = true;
            working = worker;
            waiting.clear();
        } finally {
            lock.unlock();
        }
        if (working != null) {
            say(Level.WARN, "was cut off, because the daemon ends");
            working.interrupt();
            // Its processes are killed by its own thread.
            working.join(LAST_KILL);
        }
    }

    private void work() {
        for (HookEvent event = next(); event != null; event = next()) {
            try {
                run(event);
            } catch (RuntimeException | Error fault) {
                say(Level.ERROR, "ran into a fault of RunWisp, and goes on with the next event: " + fault);
            }
        }
    }

    private @Nullable HookEvent next() {
        lock.lock();
        try {
            HookEvent next = waiting.pollFirst();
            if (next == null) {
                worker = null;
                dropping = false;
                changed.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void run(HookEvent event) {
        Map<String, String> variables = new HashMap<>(hook.variables());
        variables.put("RUNWISP_EVENT", event.event());
        if (event.unit() != null) {
            variables.put("RUNWISP_UNIT", event.unit());
        }
        if (event.run() != null) {
            variables.put("RUNWISP_RUN_ID", event.run().id());
        }
        String about = "at " + event.event() + (event.unit() == null ? "" : " of " + event.unit());
        switch (commands.run(new CommandRunner.Order(List.of("/bin/sh", "-e", "-c", hook.run()), variables, null,
                WireJson.text(event) + "\n", hook.timeout(), MOST_OUTPUT))) {
            case CommandRunner.Ended(int code, String output) -> {
                print(output);
                if (code != 0) {
                    say(Level.WARN, about + " ended with exit code " + code);
                }
            }
            case CommandRunner.TimedOut(String output) -> {
                print(output);
                say(Level.WARN, about + " was killed, because it took longer than its timeout of "
                        + hook.timeout().toMillis() + " ms");
            }
            case CommandRunner.NotStarted(String reason) -> say(Level.ERROR, about + " could not be run: " + reason);
            case Outcome _ -> {
                // Interrupted: the daemon ends, which is said by whoever ends it.
            }
        }
    }

    private void print(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        int skipped = Math.max(0, lines.size() - MOST_LINES);
        if (skipped > 0) {
            say(Level.INFO, "printed " + skipped + " more lines before these");
        }
        lines.stream().skip(skipped).forEach(line -> log.accept(new Narrate(Level.INFO, name() + ": " + line)));
    }

    private void say(Level level, String text) {
        log.accept(new Narrate(level, name() + " " + text));
    }

    private String name() {
        return "hook " + hook.number();
    }
}
