package io.runwisp.daemon.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The last lines of the daemon's log, numbered as they came, for those who read them from afar. Nobody is waited for: whoever reads too slowly misses lines. */
public final class LineRing {

    /** How many lines are remembered. */
    public static final int KEPT = 1000;
    /** How long a line may be; what is longer is cut here, not in the log. */
    static final int LONGEST = 8192;
    private static final String HIDDEN = "[redacted]";

    private final String[] lines = new String[KEPT];
    private final CopyOnWriteArrayList<Runnable> watching = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> veil = UnaryOperator.identity();
    private long next;

    /**
     * Some lines.
     *
     * @param next the number of the line after them
     */
    public record Stretch(long next, List<String> lines) {

        public Stretch {
            lines = List.copyOf(lines);
        }
    }

    /** From now on no line shows this, should it ever come into one. */
    public void hide(String secret) {
        if (!secret.isEmpty()) {
            veil = line -> line.replace(secret, HIDDEN);
        }
    }

    /** Remembers a line. */
    void add(String line) {
        String veiled = veil.apply(line);
        String shown = veiled.length() > LONGEST ? veiled.substring(0, LONGEST) : veiled;
        synchronized (lines) {
            lines[(int) (next % KEPT)] = shown;
            next++;
        }
        watching.forEach(Runnable::run);
    }

    /** The newest lines. */
    public Stretch newest(int most) {
        synchronized (lines) {
            return stretch(Math.max(oldest(), next - most), most);
        }
    }

    /** The lines from this number on that are still there, as many as are wanted at most; oldest first. */
    public Stretch from(long number, int most) {
        synchronized (lines) {
            return stretch(Math.clamp(number, oldest(), next), most);
        }
    }

    private Stretch stretch(long first, int most) {
        List<String> taken = new ArrayList<>();
        for (long number = first; number < next && taken.size() < most; number++) {
            taken.add(lines[(int) (number % KEPT)]);
        }
        return new Stretch(first + taken.size(), taken);
    }

    private long oldest() {
        return Math.max(0, next - KEPT);
    }

    /** Calls whenever a line has come; what is called must return at once. */
    public void watch(Runnable wake) {
        watching.add(wake);
    }

    /** Calls it no more. */
    public void unwatch(Runnable wake) {
        watching.remove(wake);
    }
}
