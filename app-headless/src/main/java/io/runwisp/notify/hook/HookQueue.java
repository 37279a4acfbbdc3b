package io.runwisp.notify.hook;

import io.runwisp.engine.EngineEffect.Narrate;
import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.notify.line.WorkLine;
import io.runwisp.process.CommandRunner;
import io.runwisp.process.CommandRunner.Outcome;
import io.runwisp.wire.json.WireJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The events that wait for one hook. Any thread may hand in; nobody waits. */
final class HookQueue implements WorkLine.Job<HookEvent> {

    /** So many events wait; the oldest gives way. */
    static final int MOST_WAITING = 256;
    /** So much of what a hook prints is kept. */
    static final int MOST_OUTPUT = 8 * 1024;
    /** So many lines of it go into the log of the daemon. */
    static final int MOST_LINES = 20;

    private final Hook hook;
    private final CommandRunner commands;
    private final Consumer<Narrate> log;
    private final WorkLine<HookEvent> line;

    HookQueue(Hook hook, CommandRunner commands, Consumer<Narrate> log) {
        this.hook = hook;
        this.commands = commands;
        this.log = log;
        // Beside those that wait, the one that is run is in the line.
        this.line = new WorkLine<>("runwisp-hook-" + hook.number(), MOST_WAITING + 1, this);
    }

    Hook hook() {
        return hook;
    }

    /** What waits for it, and what it is run for now. */
    WorkLine<HookEvent> line() {
        return line;
    }

    /** Ends. The processes of what is under way are killed by its own thread, which who drains the line waits for. */
    void close() {
        if (line.close()) {
            say(Level.WARN, "was cut off, because the daemon ends");
        }
    }

    @Override
    public WorkLine.Step take(HookEvent event) {
        run(event);
        return new WorkLine.Done();
    }

    @Override
    public void failed(HookEvent event, Throwable fault) {
        say(Level.ERROR, "ran into a fault of RunWisp, and goes on with the next event: " + fault);
    }

    @Override
    public void gaveWay(HookEvent event, boolean first) {
        if (first) {
            say(Level.WARN, "is too slow for what happens: " + MOST_WAITING
                    + " events wait, and the oldest are dropped until it has caught up");
        }
    }

    @Override
    public void moved() {
        // What waits for a hook is remembered by nobody.
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
