package io.runwisp.notify;

import io.runwisp.config.Config;
import io.runwisp.engine.Moment;
import io.runwisp.event.EventSubscription;
import io.runwisp.event.Tiding;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.wire.event.RunEvent;
import io.runwisp.wire.event.UnitEvent;
import io.runwisp.wire.json.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hears of what was committed, on a thread of its own, and lets the desk decide. It goes on where the last life of the daemon was, so that what happened between
 * is told too. Whoever tells it something does not wait.
 */
public final class Router {

    /** The file in the data directory in which it remembers. */
    public static final String FILE = "notify.json";
    /** What has not been sent by then at the end of the daemon is sent in its next life. */
    static final Duration FAREWELL = Duration.ofSeconds(4);
    /** What hooks may take at the end of the daemon, whatever their own timeout. */
    static final Duration LAST_HOOKS = Duration.ofSeconds(10);
    /** It remembers at most this often. */
    static final Duration BREATH = Duration.ofSeconds(2);
    /** So many events may pass that concern nobody before it is remembered that they did. */
    private static final int IDLE_EVENTS = 1_000;
    private static final Set<String> HEARD = Set.of("run.started", "run.completed", "run.failed",
            EventKind.LOG_DISK_PRESSURE.word(), EventKind.SERVICE_RESTARTED.word());

    private final RouterParts parts;
    private final Post post;
    private final Desk desk;
    private final Thread thread;
    private final Semaphore news = new Semaphore(0);
    private final Queue<Consumer<Moment>> asides = new ConcurrentLinkedQueue<>();
    private EventSubscription subscription;
    private long position;
    private long remembered;
    private long lastWrite;
    private volatile boolean dirty;
    private volatile long endBegan;
    private volatile boolean closed;

    /**
     * A router that begins at once.
     *
     * @param after the number of the event behind which it begins, when it remembers none
     */
    public Router(RouterParts parts, long after) {
        this.parts = parts;
        this.post = new Post(parts, this::moved);
        this.desk = new Desk(Setup.of(parts.config()), new StoredPast(parts.runs(), parts.lines()), post);
        Moment now = now();
        Optional<Memory> memory = recall();
        position = Math.min(memory.map(Memory::position).orElse(after), parts.hub().last());
        remembered = position;
        lastWrite = now.nanos() - BREATH.toNanos();
        memory.ifPresent(known -> {
            desk.restore(known.windows(), known.held(), now);
            known.waiting().forEach(waiting -> post.send(waiting.token(), waiting.alert()));
            post.pings().restore(known.pings(), now.wall());
        });
        subscription = parts.hub().subscribe(position, HEARD::contains, news::release);
        thread = Thread.ofVirtual().name("runwisp-notify").start(this::live);
    }

    private Optional<Memory> recall() {
        try {
            return Memory.read(parts.file());
        } catch (IOException e) {
            parts.warn("what was to be sent in the last life of the daemon is lost, because " + parts.file()
                    + " could not be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** From now on this configuration holds; what waits goes on waiting. */
    public void follow(Config config) {
        post.follow(config);
        aside(now -> desk.follow(Setup.of(config), now));
        post.daemon(EventKind.CONFIG_RELOADED, "The configuration was taken anew.");
    }

    /** The daemon serves. */
    public void started() {
        post.daemon(EventKind.DAEMON_STARTED, "The daemon serves.");
    }

    /** The daemon is about to end. */
    public void stopping() {
        post.daemon(EventKind.DAEMON_STOPPING, "The daemon is about to end.");
    }

    /** The journal cannot be written. */
    public void stalled(String reason) {
        aside(now -> desk.plain(Happening.plain(EventKind.JOURNAL_STALLED, EventSeverity.ERROR, "", null,
                "cannot write its journal",
                "Nothing new is started until it can; what runs goes on. The reason: " + reason, now.wall()), now));
    }

    /** The journal can be written again. */
    public void mended() {
        aside(now -> desk.plain(Happening.plain(EventKind.JOURNAL_STALLED, EventSeverity.INFO, "", null,
                "can write its journal again", "Nothing was lost, and what was due is started.", now.wall()), now));
    }

    private void aside(Consumer<Moment> what) {
        asides.add(what);
        news.release();
    }

    private void moved() {
        dirty = true;
        news.release();
    }

    private Moment now() {
        return new Moment(parts.wall().now(), parts.monotonic().nanos());
    }

    private void live() {
        while (true) {
            boolean last = closed;
            try {
                turn();
                if (last) {
                    return;
                }
                await();
            } catch (InterruptedException _) {
                // Nobody interrupts it to end it: it looks whether it is closed.
                parts.warn("the thread of notices was interrupted, and goes on");
            } catch (RuntimeException | Error fault) {
                parts.fault("the thread of notices ran into a fault of its own, and goes on", fault);
            }
        }
    }

    private void turn() {
        for (Consumer<Moment> aside = asides.poll(); aside != null; aside = asides.poll()) {
            aside.accept(now());
            dirty = true;
        }
        boolean more = true;
        while (more && !isOverdue()) {
            more = false;
            for (Tiding tiding : subscription.poll()) {
                more = true;
                if (!isOverdue()) {
                    heard(tiding);
                }
            }
        }
        desk.tick(now());
        remember(false);
    }

    /** At the end of the daemon a storm is not waited for: what was not heard then is behind the place that is remembered. */
    private boolean isOverdue() {
        return closed && parts.monotonic().nanos() - endBegan > FAREWELL.toNanos();
    }

    private void heard(Tiding tiding) {
        switch (tiding) {
            case Tiding.Event event -> {
                try {
                    heard(event);
                } finally {
                    position = Math.max(position, event.seq());
                }
            }
            case Tiding.Lost(_, _, boolean slow) when slow -> {
                // What did not fit is still in the journal.
                subscription.close();
                subscription = parts.hub().subscribe(position, HEARD::contains, news::release);
            }
            case Tiding.Lost(String reason, long next, _) -> {
                parts.warn("notices about some events are missing, because " + reason);
                position = next;
            }
        }
    }

    private void heard(Tiding.Event event) {
        switch (event.kind()) {
            case "log.disk_pressure" -> {
                RunEvent told = WireJson.read(RunEvent.class, event.payload());
                String unit = told.run().taskName();
                Moment now = now();
                desk.plain(Happening.plain(EventKind.LOG_DISK_PRESSURE, EventSeverity.WARN, unit,
                        null, "has no room for its log",
                        told.error() == null ? "The disk of the logs is nearly full." : told.error(), now.wall()), now);
            }
            case "service.restarted" -> {
                UnitEvent told = WireJson.read(UnitEvent.class, event.payload());
                post.restarted(told.taskName() == null ? "" : told.taskName(), told.message(), now().wall());
            }
            default -> {
                RunEvent told = WireJson.read(RunEvent.class, event.payload());
                Optional<Run> run = parts.runs().findDeletedToo(new RunId(told.run().id()));
                run.ifPresent(known -> desk.run(event.kind(), known, now()));
            }
        }
        dirty = true;
    }

    private void await() throws InterruptedException {
        Moment now = now();
        long next = desk.next(now);
        if (dirty) {
            next = Math.min(next, lastWrite + BREATH.toNanos());
        }
        if (next == Long.MAX_VALUE) {
            news.acquire();
        } else if (!news.tryAcquire(Math.max(0, next - now.nanos()), TimeUnit.NANOSECONDS)) {
            return;
        }
        news.drainPermits();
    }

    /** Writes down what is to outlive the daemon, when it has changed, but not all the time. */
    private void remember(boolean atOnce) {
        Moment now = now();
        // What was taken from the subscription and not heard any more is heard in the next life.
        long seen = isOverdue() ? position : Math.max(position, subscription.position());
        boolean wanted = dirty || seen - remembered > IDLE_EVENTS;
        if (!atOnce && (!wanted || now.nanos() - lastWrite < BREATH.toNanos())) {
            return;
        }
        dirty = false;
        lastWrite = now.nanos();
        try {
            new Memory(seen, desk.windows(now), desk.held(), post.waiting(), post.pings().waiting())
                .write(parts.file());
            remembered = seen;
        } catch (IOException e) {
            parts.warn("what is to be sent could not be written to " + parts.file()
                    + "; if the daemon died now, some of it would be lost or told twice: " + e.getMessage());
        }
    }

    /** Hears what was committed last, tells what is held, gives everything a while to be sent, and writes down the rest. */
    public void close() {
        endBegan = parts.monotonic().nanos();
        closed = true;
        news.release();
        try {
            thread.join();
            subscription.close();
            desk.farewell(now());
            post.close(FAREWELL, LAST_HOOKS, endBegan);
            remember(true);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
