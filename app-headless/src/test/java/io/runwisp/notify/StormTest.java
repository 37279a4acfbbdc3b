package io.runwisp.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.bell.BellRules;
import io.runwisp.bell.RingingJournal;
import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.SampleRuns;
import io.runwisp.event.EventHub;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.EndReason;
import io.runwisp.model.Notice;
import io.runwisp.model.Run;
import io.runwisp.notify.hook.HookEvent;
import io.runwisp.process.SessionCommandRunner;
import io.runwisp.store.RunStore;
import io.runwisp.store.SoundStore;
import io.runwisp.time.SystemMonotonicClock;
import io.runwisp.time.SystemWallClock;
import io.runwisp.time.Turns;
import io.runwisp.wire.json.WireJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand failures, as fast as a real journal takes them, and what is told of them. */
class StormTest {

    private static final int FAILURES = 10_000;
    private static final int BATCH = 50;
    /** The newest events and what waits at the courier and the hook; a tenth of what ten thousand of anything would take. */
    private static final long MOST_HEAP = 8L * 1024 * 1024;
    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

    @TempDir
    private Path folder = Path.of("");

    private final SystemWallClock wall = new SystemWallClock();
    private final SystemMonotonicClock monotonic = new SystemMonotonicClock();

    @Test
    void tenThousandFailuresAreAHandfulOfMessagesAndOneRowOfTheBell() throws Exception {
        try (Receiver receiver = new Receiver(); SoundStore sound = new SoundStore(folder)) {
            Config config = Loading.in(folder)
                .valid("[tasks.job]\nrun = 'x'\n[notify]\ndefault_notifiers = ['inapp', 'out']\n"
                        + "[[hook]]\non = ['run.failed']\nrun = 'sleep 600'\ntimeout = '1s'\n"
                        + "[[notifier]]\nid = 'out'\ntype = 'webhook'\nurl = '" + receiver.url() + "/out'\n");
            storm(config, sound, receiver);
        }
    }

    /** Waits until everything was heard, which is remembered. */
    private void awaitHeard(Path file, EventHub hub) throws Exception {
        long begun = monotonic.nanos();
        while (!Files.exists(file)
                || WireJson.read(Memory.class, Files.readAllBytes(file)).position() < hub.last()) {
            assertTrue(monotonic.nanos() - begun < Duration.ofSeconds(90).toNanos(), "not everything is heard");
            Turns.pass();
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void storm(Config config, SoundStore sound, Receiver receiver) throws Exception {
        RunStore store = sound.store();
        AtomicInteger ids = new AtomicInteger();
        RingingJournal bell = new RingingJournal(store.journal(),
                () -> String.format(Locale.ROOT, "%026d", ids.incrementAndGet()), BellRules.of(config));
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Path file = folder.resolve(Router.FILE);
        Router router = new Router(
                new RouterParts(config, sound.hub(), store.runs(), bell, folder.resolve("logs"), file,
                        wall, monotonic, new SessionCommandRunner(),
                        new HookEvent.Source("box", "swift-heron", "1.2.3"), line -> log.add(line.text())),
                0);
        SampleRuns runs = new SampleRuns();
        JsonEventText texts = new JsonEventText();
        long heap = heap();
        long begun = monotonic.nanos();
        for (int i = 0; i < FAILURES; i += BATCH) {
            List<RunJournalChange> changes = new ArrayList<>();
            for (int j = 0; j < BATCH; j++) {
                Run run = runs.ended("job", EndReason.FAILED, 1);
                changes.add(new SaveRun(run));
                changes.add(new AppendEvent("run.failed", wall.now(), texts.ofRun(run, null)));
            }
            Receipts.of(bell, changes.toArray(RunJournalChange[]::new)).sequences();
        }
        Duration committed = Duration.ofNanos(monotonic.nanos() - begun);
        awaitHeard(file, sound.hub());
        long grown = heap() - heap;
        router.close();
        Duration told = Duration.ofNanos(monotonic.nanos() - begun);

        List<Integer> counts = new ArrayList<>();
        for (int left = receiver.left(); left > 0; left--) {
            Matcher count = COUNT.matcher(receiver.next().body());
            assertTrue(count.find());
            counts.add(Integer.parseInt(count.group(1)));
        }
        String figures = FAILURES + " failures: committed in " + committed.toMillis() + " ms, told in "
                + told.toMillis()
                + " ms, messages " + counts + ", remembered in " + Files.size(file) + " bytes, heap grown by "
                + grown / 1024 + " KiB";
        System.getLogger("storm").log(System.Logger.Level.INFO, figures);
        assertEquals(FAILURES, counts.stream().mapToInt(Integer::intValue).sum(), figures);
        assertEquals(1, counts.getFirst(), figures);
        assertTrue(counts.size() <= 16, figures);
        assertTrue(grown < MOST_HEAP, figures);
        List<Notice> rows = store.notices().page(10, null);
        assertEquals(1, rows.size());
        assertEquals(FAILURES, rows.getFirst().count());
        Memory memory = WireJson.read(Memory.class, Files.readAllBytes(file));
        assertEquals(List.of(), memory.waiting(), figures);
        assertTrue(log.stream().anyMatch(line -> line.contains("is too slow for what happens")), log.toString());
    }
}
