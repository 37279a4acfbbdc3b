package io.runwisp.store;

import io.runwisp.engine.RunJournalListener;
import io.runwisp.engine.RunJournalState;
import io.runwisp.event.JsonEventText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens stores for tests. */
public final class Stores {

    private Stores() {
    }

    /** A timer that goes off when the test says so. */
    static final class HandTimer implements RetryTimer {

        private final BlockingQueue<Runnable> wound = new LinkedBlockingQueue<>();

        @Override
        public void after(Duration delay, Runnable wake) {
            if (!delay.equals(Duration.ofSeconds(1))) {
                throw new IllegalArgumentException("not each second: " + delay);
            }
            wound.add(wake);
        }

        /** Waits until somebody has wound it, within a bound. */
        Runnable wound() {
            try {
                Runnable wake = wound.poll(30, TimeUnit.SECONDS);
                if (wake == null) {
                    throw new AssertionError("nobody waits for a retry");
                }
                return wake;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Remembers what it was told. */
    static final class RecordingListener implements RunJournalListener {

        final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void stalled(String reason) {
            told.add("stalled: " + reason);
        }

        @Override
        public void recovered() {
            told.add("recovered");
        }

        @Override
        public void receiptFailed(RuntimeException defect) {
            told.add("defect: " + defect);
        }
    }

    /** A store that must open. */
    public static RunStore open(Path file) {
        return open(file, new HandTimer(), new RecordingListener());
    }

    static RunStore open(Path file, RetryTimer timer, RunJournalListener listener) {
        return switch (RunStore.open(file, timer, listener, new JsonEventText())) {
            case RunStore.Opened(var store) -> store;
            case RunStore.Refused(var text) -> throw new AssertionError(text);
        };
    }

    static String refusal(Path file) {
        if (RunStore.open(file, new HandTimer(), new RecordingListener(),
                new JsonEventText()) instanceof RunStore.Refused(var text)) {
            return text;
        }
        throw new AssertionError("it was opened");
    }

    static boolean isStalled(@Nullable RunJournalState state) {
        return state instanceof RunJournalState.Stalled;
    }
}
