package io.runwisp.web;

import io.runwisp.api.stream.Feed;
import io.runwisp.api.stream.Waker;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.EventFrame;
import io.runwisp.view.screen.ConsoleLines;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.json.WireJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one browser is shown: its slots, each with a screen or a console. The thread of its stream takes; those of its other requests say what the slots show. Of
 * a screen that changes while the browser does not read, only the last state waits, and it waits where it was drawn.
 */
final class ViewFeed implements Feed<EventFrame> {

    static final int MOST_SLOTS = 64;
    static final int MOST_CONSOLES = 8;
    /** So many characters of lines wait for a browser at most. */
    static final int MOST_WAITING = 256 * 1024;

    private static final Pattern SLOT = Pattern.compile("[a-zA-Z0-9._-]{1,64}");
    private static final int ENOUGH = 256 * 1024;

    private final String connection;
    private final ViewRoom room;
    private final Runnable left;
    private final Waker waker = new Waker();
    private final Budget budget = new Budget(MOST_WAITING);
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private boolean greeted;
    private long rev;
    private boolean closed;

    /** What is in a slot. */
    private sealed interface Slot {
    }

    /** A screen. */
    private static final class OfScreen implements Slot {

        private final Shown shown;
        private final boolean patches;
        private long seen;
        private long told;

        OfScreen(Shown shown, boolean patches) {
            this.shown = shown;
            this.patches = patches;
        }
    }

    private record OfConsole(Console console) implements Slot {
    }

    /**
     * A browser that is shown nothing yet.
     *
     * @param connection what its slots are named by
     * @param left called when it has gone
     */
    ViewFeed(String connection, ViewRoom room, Runnable left) {
        this.connection = connection;
        this.room = room;
        this.left = left;
    }

    /**
     * From now on a slot shows this screen.
     *
     * @param patches whether the browser understands what has changed, and need not be told the whole again
     */
    void show(String slot, Wanted wanted, boolean patches) {
        check(slot);
        put(slot, new OfScreen(room.watch(wanted, waker), patches));
    }

    /** From now on a slot shows this log. */
    void print(String slot, Map<String, String> query) {
        check(slot);
        long consoles;
        synchronized (this) {
            consoles = slots.entrySet()
                .stream()
                .filter(each -> each.getValue() instanceof OfConsole && !each.getKey().equals(slot))
                .count();
        }
        if (consoles >= MOST_CONSOLES) {
            throw full(MOST_CONSOLES + " logs are shown");
        }
        Console console = new Console(slot, budget, room.clock(), waker);
        console.open(room.sources().api(), query);
        put(slot, new OfConsole(console));
    }

    private synchronized void check(String slot) {
        if (!SLOT.matcher(slot).matches()) {
            throw Wanted.invalid("path.slot", "must be a name of letters, digits, . _ and -, 1 to 64 characters");
        }
        if (!slots.containsKey(slot) && slots.size() >= MOST_SLOTS) {
            throw full(MOST_SLOTS + " things are shown");
        }
    }

    private static ApiProblem full(String what) {
        return new ApiProblem(Problem.of(ProblemCode.TOO_MANY_STREAMS,
                what + " to this browser, which is the most there may be. Close a tab."));
    }

    private void put(String name, Slot slot) {
        Slot before;
        synchronized (this) {
            before = closed ? slot : slots.put(name, slot);
        }
        end(before);
        waker.run();
    }

    /** A slot shows nothing any more. */
    void clear(String slot) {
        Slot before;
        synchronized (this) {
            before = slots.remove(slot);
        }
        end(before);
    }

    private void end(@Nullable Slot slot) {
        switch (slot) {
            case OfScreen screen -> room.leave(screen.shown, waker);
            case OfConsole(Console console) -> console.close();
            case null -> {
            }
        }
    }

    @Override
    public List<EventFrame> poll() {
        List<EventFrame> frames = new ArrayList<>();
        if (!greeted) {
            greeted = true;
            frames.add(new EventFrame(null, "hello", WireJson.text(new Hello(connection))));
        }
        int size = 0;
        for (Map.Entry<String, Slot> each : slots().entrySet()) {
            EventFrame frame = frame(each.getKey(), each.getValue());
            if (frame != null) {
                frames.add(frame);
                size += frame.data().length();
                if (size >= ENOUGH) {
                    break;
                }
            }
        }
        return frames;
    }

    private synchronized Map<String, Slot> slots() {
        return new LinkedHashMap<>(slots);
    }

    private @Nullable EventFrame frame(String name, Slot slot) {
        return switch (slot) {
            case OfScreen screen -> frame(name, screen);
            case OfConsole console -> frame(name, console);
        };
    }

    private @Nullable EventFrame frame(String name, OfScreen slot) {
        Shown.Drawing drawing = slot.shown.drawing();
        if (drawing == null || drawing.version() == slot.seen) {
            return null;
        }
        boolean follows = slot.patches && slot.told > 0 && slot.seen == drawing.version() - 1;
        slot.seen = drawing.version();
        Problem gone = drawing.gone();
        if (gone != null) {
            return gone(name, slot, gone);
        }
        long before = slot.told;
        rev++;
        slot.told = rev;
        String head = "{\"slot\":\"" + name + "\",\"rev\":" + rev;
        String patch = follows ? drawing.patch() : null;
        return patch == null
                ? new EventFrame(null, "view", head + ",\"state\":" + drawing.json() + "}")
                : new EventFrame(null, "patch", head + ",\"on\":" + before + ",\"patch\":" + patch + "}");
    }

    private @Nullable EventFrame frame(String name, OfConsole slot) {
        Problem gone = slot.console().gone();
        if (gone != null) {
            return gone(name, slot, gone);
        }
        ConsoleLines lines = slot.console().take();
        return lines == null ? null : new EventFrame(null, "lines", WireJson.text(lines));
    }

    private EventFrame gone(String name, Slot slot, Problem problem) {
        boolean still;
        synchronized (this) {
            still = slots.remove(name, slot);
        }
        if (still) {
            end(slot);
        }
        return new EventFrame(null, "gone", "{\"slot\":\"" + name + "\",\"problem\":" + WireJson.text(problem) + "}");
    }

    @Override
    public boolean await(Duration longest) throws InterruptedException {
        long now = room.clock().nanos();
        long wait = longest.toNanos();
        boolean due = false;
        for (Slot slot : slots().values()) {
            Long in = slot instanceof OfConsole(Console console) ? console.dueIn(now) : null;
            if (in != null && in < wait) {
                wait = in;
                due = true;
            }
        }
        return wait <= 0 || waker.await(Duration.ofNanos(wait)) || due;
    }

    @Override
    public Waker waker() {
        return waker;
    }

    @Override
    public void close() {
        left.run();
        Map<String, Slot> all;
        synchronized (this) {
            closed = true;
            all = new LinkedHashMap<>(slots);
            slots.clear();
        }
        all.values().forEach(this::end);
    }
}
