package io.runwisp.api.sse;

import io.runwisp.client.ApiProblem;
import io.runwisp.time.MonotonicClock;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * All streams that are open: how many there may be, that each gets on, and that all end. Thread-safe; nobody waits in here but whoever closes it.
 */
public final class StreamRoom implements AutoCloseable {

    /** How many there may be. */
    public static final int MOST = 64;
    /** How many of them for one address, the loopback excepted. */
    public static final int MOST_OF_ADDRESS = 32;
    /** From so many on, whoever is there is asked for a sign of life when somebody comes: a client that has gone is noticed at the second one. */
    private static final int CROWD = MOST / 4;
    /** How long streams have to end by themselves when all shall end. */
    static final Duration FAREWELL = Duration.ofSeconds(1);

    private final MonotonicClock clock;
    private final BiConsumer<Duration, Runnable> timer;
    private final Pace pace;
    private final List<StreamSeat> seats = new ArrayList<>();
    private boolean closed;
    private boolean looking;

    /**
     * How fast clients must be.
     *
     * @param patience a client that takes nothing of what is written for so long is cut off
     * @param look and within so long more: how often somebody looks, while there are any streams
     */
    public record Pace(Duration patience, Duration look) {

        /** The usual. */
        public static final Pace USUAL = new Pace(Duration.ofSeconds(20), Duration.ofSeconds(5));
    }

    /**
     * An empty room.
     *
     * @param timer calls once after a while, on a thread of its own
     */
    public StreamRoom(MonotonicClock clock, BiConsumer<Duration, Runnable> timer, Pace pace) {
        this.clock = clock;
        this.timer = timer;
        this.pace = pace;
    }

    /**
     * A place for the stream of the current thread.
     *
     * @throws ApiProblem {@code too_many_streams} or {@code stopping}
     */
    public StreamSeat enter(InetAddress address) {
        List<StreamSeat> others = open();
        if (others.size() >= CROWD) {
            others.forEach(StreamSeat::ask);
        }
        StreamSeat seat = new StreamSeat(this, address, clock);
        boolean look;
        synchronized (this) {
            refuseIfFull(address);
            seats.add(seat);
            look = !looking;
            looking = true;
        }
        if (look) {
            timer.accept(pace.look(), this::look);
        }
        return seat;
    }

    private void refuseIfFull(InetAddress address) {
        if (closed) {
            throw new ApiProblem(Problem.of(ProblemCode.STOPPING, "The daemon is about to end: try the next one."));
        }
        if (seats.size() >= MOST) {
            throw full(MOST + " streams are open, which is the most there may be.");
        }
        long same = seats.stream().filter(seat -> seat.address().equals(address)).count();
        if (same >= MOST_OF_ADDRESS && !address.isLoopbackAddress()) {
            throw full(MOST_OF_ADDRESS + " streams are open for " + address.getHostAddress()
                    + ", which is the most there may be for one address.");
        }
    }

    private static ApiProblem full(String what) {
        return new ApiProblem(
                Problem.of(ProblemCode.TOO_MANY_STREAMS, what + " Close one, such as a tab that nobody looks at."));
    }

    /** How many are open. */
    public synchronized int size() {
        return seats.size();
    }

    synchronized void leave(StreamSeat seat) {
        seats.remove(seat);
        notifyAll();
    }

    private void look() {
        open().forEach(seat -> seat.cutIfWritingFor(pace.patience()));
        synchronized (this) {
            looking = !seats.isEmpty() && !closed;
            if (!looking) {
                return;
            }
        }
        timer.accept(pace.look(), this::look);
    }

    private synchronized List<StreamSeat> open() {
        return List.copyOf(seats);
    }

    /** Lets nobody in any more and ends all streams: those that can end in order, the others because nobody reads them. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        open().forEach(StreamSeat::end);
        awaitEmpty();
        open().forEach(seat -> seat.cutIfWritingFor(Duration.ZERO));
        awaitEmpty();
    }

    private synchronized void awaitEmpty() {
        long until = clock.nanos() + FAREWELL.toNanos();
        long left = FAREWELL.toMillis();
        try {
            while (!seats.isEmpty() && left > 0) {
                wait(left);
                left = (until - clock.nanos()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
