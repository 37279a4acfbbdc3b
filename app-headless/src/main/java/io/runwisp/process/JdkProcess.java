package io.runwisp.process;

import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.engine.OutputSink.Totals;
import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A process of {@link JdkProcessLauncher} and what it leaves. Belongs to the launcher's thread, but for the two that read its pipes. */
final class JdkProcess {

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final Duration FIRST_LOOK = Duration.ofMillis(2);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(250);

    private final EventLoop loop;
    private final ProcessTable table;
    private final JdkSignals signals;
    private final Process process;
    private final ProcessIdentity identity;
    private final Log log;
    private final Listener listener;
    /** The pipes that are still read; guarded by the log, as the log itself. */
    private final Set<Source> open = EnumSet.allOf(Source.class);
    private @Nullable Integer exitCode;
    private boolean gone;
    private boolean cleared;

    /** Who must know how it goes on. */
    interface Listener {

        /** The leader has exited. */
        void exited(int exitCode);

        /** Nothing is left. */
        void cleared(Totals totals);
    }

    /** Where it lives. */
    record Place(EventLoop loop, ProcessTable table, JdkSignals signals) {
    }

    JdkProcess(Place place, Process process, ProcessIdentity identity, Log log, Listener listener) {
        this.loop = place.loop();
        this.table = place.table();
        this.signals = place.signals();
        this.process = process;
        this.identity = identity;
        this.log = log;
        this.listener = listener;
    }

    void watch() {
        read(Source.STDOUT, process.getInputStream());
        read(Source.STDERR, process.getErrorStream());
        var _ = process.onExit().thenAccept(ended -> loop.post(() -> exited(ended.exitValue())));
    }

    /** Opens the gate. */
    void release() {
        try {
            process.getOutputStream().write('\n');
        } catch (IOException _) {
            // It has ended behind its gate.
        }
        shutGate();
    }

    void shutGate() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // It is shut.
        }
    }

    void signal(StopSignal signal) {
        if (exitCode == null) {
            signals.group(identity.pid(), signal);
        }
        shutGate();
        if (signal == StopSignal.SIGKILL || exitCode != null && !gone) {
            signals.session(identity.session(), identity.startTicks(), signal);
        }
    }

    void closeOutput() {
        for (Source source : Source.values()) {
            end(source);
        }
    }

    void say(String text) {
        synchronized (log) {
            log.say(text);
        }
    }

    private void read(Source source, InputStream pipe) {
        Thread.ofPlatform().name("runwisp-pipe").daemon().start(() -> {
            byte[] chunk = new byte[CHUNK_BYTES];
            try (pipe) {
                for (int count = pipe.read(chunk); count >= 0; count = pipe.read(chunk)) {
                    take(source, ByteBuffer.wrap(chunk, 0, count));
                }
            } catch (IOException _) {
                // The end of it.
            } finally {
                loop.post(() -> end(source));
            }
        });
    }

    private void take(Source source, ByteBuffer chunk) {
        synchronized (log) {
            if (open.contains(source)) {
                log.take(source, chunk);
            }
        }
    }

    private void end(Source source) {
        synchronized (log) {
            if (open.remove(source)) {
                log.end(source);
            }
        }
        clear();
    }

    private void exited(int code) {
        exitCode = code;
        shutGate();
        try {
            listener.exited(code);
        } finally {
            look(FIRST_LOOK);
        }
    }

    private void look(Duration wait) {
        gone = members().isEmpty();
        clear();
        if (!gone) {
            Duration next = wait.multipliedBy(2);
            loop.after(wait, () -> look(next.compareTo(LONGEST_LOOK) < 0 ? next : LONGEST_LOOK));
        }
    }

    private void clear() {
        Totals totals;
        synchronized (log) {
            if (cleared || !gone || !open.isEmpty()) {
                return;
            }
            cleared = true;
            totals = log.finish();
        }
        listener.cleared(totals);
    }

    private List<ProcessStat> members() {
        return table.session(identity.session(), identity.startTicks());
    }
}
