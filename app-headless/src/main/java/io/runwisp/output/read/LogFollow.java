package io.runwisp.output.read;

import io.runwisp.model.RunId;
import io.runwisp.output.LineBus;
import io.runwisp.output.LineSubscription;
import io.runwisp.output.LiveLine;
import io.runwisp.output.read.segment.LogSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Follows a log: first what is on disk, then what is being written, each line once and in order. Of a follower that is too slow the oldest lines are dropped
 * and counted; lines that are still on disk and not too many are fetched from there instead. Used by one thread at a time; {@link #close} may come from any.
 */
public final class LogFollow implements AutoCloseable {

    /** The most bytes of lines that one call to {@link #poll} reads from disk. */
    static final int BACKFILL_BYTES = LineSubscription.MOST_BYTES;
    /** How many lines behind the live ones a follower may be before it loses some. */
    static final int FARTHEST_BEHIND = LineSubscription.MOST_LINES;

    private static final int BACKFILL_LINES = 1000;

    private final LogSource source;
    private final Optional<LineSubscription> subscription;
    private final Semaphore news = new Semaphore(0);
    private final Runnable wake;
    private final List<FollowEvent> first = new ArrayList<>();
    private List<LiveLine> waiting = List.of();
    private long next;
    private long onDisk;
    private final int backfillBytes;
    private long firstAvailable;
    private boolean ended;
    private boolean done;

    private LogFollow(LogSource source, RunId run, LineBus bus, Runnable wake, int share) {
        this.wake = wake;
        this.subscription = bus.subscribe(run, this::wake, share);
        this.backfillBytes = BACKFILL_BYTES / share;
        // A log that nobody writes any more is complete as it lies there.
        this.source = new LogSource(source.files(), subscription.isPresent());
        this.ended = subscription.isEmpty();
    }

    /**
     * Begins to follow.
     *
     * @param replayLimit the most lines from disk; older ones are left out, without a word to whoever has not seen any yet
     * @param share how many followers divide the usual room
     * @param wake called by other threads when there may be something to poll; must return at once
     */
    public static LogFollow open(LogSource source, RunId run, LineBus bus, FollowStart start, int replayLimit,
            int share, Runnable wake) throws IOException {
        LogFollow follow = new LogFollow(source, run, bus, wake, share);
        try {
            follow.begin(start, replayLimit);
            return follow;
        } catch (IOException e) {
            follow.close();
            throw e;
        }
    }

    /** The same for one who only waits in {@link #poll(Duration)}. */
    public static LogFollow open(LogSource source, RunId run, LineBus bus, FollowStart start, int replayLimit)
            throws IOException {
        return open(source, run, bus, start, replayLimit, 1, () -> {
        });
    }

    /** The next things to tell, about 256 KiB of them at most; an empty list means that there is nothing until {@code wake} is called. */
    public List<FollowEvent> poll() throws IOException {
        List<FollowEvent> events = new ArrayList<>(first);
        first.clear();
        boolean more = !done;
        while (more && events.isEmpty()) {
            more = step(events);
        }
        return events;
    }

    /** The same; while there is nothing it waits, so long after the last sign of life that brought nothing to tell. */
    public List<FollowEvent> poll(Duration patience) throws IOException, InterruptedException {
        List<FollowEvent> events = poll();
        while (events.isEmpty() && !done && news.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            news.drainPermits();
            events = poll();
        }
        return events;
    }

    /** Whether {@link FollowEvent.Done} has been told. */
    public boolean isDone() {
        return done;
    }

    @Override
    public void close() {
        subscription.ifPresent(LineSubscription::close);
    }

    private void begin(FollowStart start, int replayLimit) throws IOException {
        LogPage now = new LogReader(source).page(PageRequest.lines(Long.MAX_VALUE, 1));
        long wanted = switch (start) {
            case FollowStart.At(long line) -> line < 0 ? now.totalLines() + line : line;
            case FollowStart.After(long lastSeen) -> lastSeen + 1;
        };
        onDisk = now.totalLines();
        firstAvailable = now.firstAvailable();
        next = Math.clamp(wanted, Math.max(now.firstAvailable(), onDisk - replayLimit), onDisk);
        if (now.truncated()) {
            first.add(new FollowEvent.Rotated(firstAvailable));
        }
        long there = Math.max(wanted, firstAvailable);
        if (start instanceof FollowStart.After && next > there) {
            first.add(new FollowEvent.Dropped(there - 1, next - there));
        }
    }

    /** Tells one thing, or finds out what comes next; false when there is nothing to do. */
    private boolean step(List<FollowEvent> events) throws IOException {
        if (next < onDisk) {
            tellFromDisk(events);
            return true;
        }
        if (!waiting.isEmpty()) {
            tellLive(events);
            return true;
        }
        if (!ended) {
            return drain(events);
        }
        onDisk = new LogReader(complete()).page(PageRequest.lines(Long.MAX_VALUE, 1)).totalLines();
        if (next >= onDisk) {
            events.add(new FollowEvent.Done(onDisk - 1));
            done = true;
        }
        return !done;
    }

    private boolean drain(List<FollowEvent> events) {
        LineSubscription.Batch batch = subscription.orElseThrow().drain();
        batch.regions().forEach(region -> events.add(new FollowEvent.Region(region)));
        waiting = batch.lines().stream().filter(line -> line.number() >= next).toList();
        ended = batch.ended();
        if (!waiting.isEmpty()) {
            onDisk = waiting.getFirst().number();
            drop(onDisk - FARTHEST_BEHIND, events);
        }
        return !batch.isEmpty();
    }

    private void tellFromDisk(List<FollowEvent> events) throws IOException {
        int limit = (int) Math.min(BACKFILL_LINES, onDisk - next);
        LogPage page = new LogReader(ended ? complete() : source).page(PageRequest.lines(next, limit), backfillBytes);
        if (page.firstAvailable() > firstAvailable) {
            firstAvailable = page.firstAvailable();
            events.add(new FollowEvent.Rotated(firstAvailable));
        }
        drop(page.lines().isEmpty() ? onDisk : Math.min(onDisk, page.lines().getFirst().number()), events);
        page.lines().stream().filter(line -> line.number() < onDisk).forEach(line -> {
            events.add(new FollowEvent.Line(line));
            next = line.number() + 1;
        });
    }

    private void tellLive(List<FollowEvent> events) {
        for (LiveLine line : waiting) {
            events.add(new FollowEvent.Line(
                    new LogLine(line.number(), line.millis(), line.stream(), line.text(), line.continued())));
            next = line.number() + 1;
        }
        waiting = List.of();
    }

    /** Goes on at a line, and says so when that leaves some out. */
    private void drop(long line, List<FollowEvent> events) {
        if (line > next) {
            events.add(new FollowEvent.Dropped(next - 1, line - next));
            next = line;
        }
    }

    /** The log as it is when nobody writes it any more: a last line without its end counts. */
    private LogSource complete() {
        return new LogSource(source.files(), false);
    }

    private void wake() {
        news.release();
        wake.run();
    }
}
