package io.runwisp.daemon.log;

import io.runwisp.cli.terminal.Printer;
import io.runwisp.cli.terminal.VisibleText;
import io.runwisp.engine.EngineEffect.Narrate.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The log of the daemon. Lines wait in a queue with a bound: a reader that stopped reading costs lines, never time. */
public final class DaemonLog implements AutoCloseable {

    private static final int MOST_WAITING = 10_000;
    /** So long the last lines may take to be written. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final String END = "";

    private final Printer printer;
    private final LinePrefix prefix;
    private final Level least;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final LineRing ring = new LineRing();
    private final Thread writer;

    /** A log on this printer, which nobody else may use until it is closed. */
    public DaemonLog(Printer printer, LinePrefix prefix) {
        this(printer, prefix, Level.INFO);
    }

    /** A log that leaves out what matters less than a level. */
    public DaemonLog(Printer printer, LinePrefix prefix, Level least) {
        this.printer = printer;
        this.prefix = prefix;
        this.least = least;
        this.writer = Thread.ofPlatform().name("runwisp-log").daemon().start(this::write);
    }

    /** An ordinary line. */
    public void info(String text) {
        line(Level.INFO, text);
    }

    /** A line that is worth a look. */
    public void warn(String text) {
        line(Level.WARN, text);
    }

    /** A line about something that is wrong. */
    public void error(String text) {
        line(Level.ERROR, text);
    }

    /** A line. */
    public void line(Level level, String text) {
        if (level.compareTo(least) < 0) {
            return;
        }
        plain(prefix.of(level) + VisibleText.of(text, printer.glyphs()));
    }

    /** A line without time and level. */
    public void plain(String line) {
        ring.add(line);
        if (!waiting.offer(line.isEmpty() ? " " : line)) {
            dropped.incrementAndGet();
        }
    }

    /** The last lines, whether or not anybody has read them here. */
    public LineRing ring() {
        return ring;
    }

    /** Writes what waits, as far as somebody reads it, and ends. */
    @Override
    public void close() {
        if (!waiting.offer(END)) {
            writer.interrupt();
        }
        try {
            writer.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            for (String line = waiting.take(); !line.equals(END); line = waiting.take()) {
                printer.line(line);
                long lost = dropped.getAndSet(0);
                if (lost > 0) {
                    printer.line(
                            prefix.of(Level.WARN) + lost + " lines of this log were dropped, because nobody read them");
                }
                if (waiting.isEmpty()) {
                    printer.flush();
                }
            }
            printer.flush();
        } catch (InterruptedException e) {
            // Told to end while nobody reads: what waits is lost.
        }
    }
}
