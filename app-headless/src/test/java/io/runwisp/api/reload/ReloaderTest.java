package io.runwisp.api.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.ApiProblem;
import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.engine.EngineMessage;
import io.runwisp.time.VirtualClocks;
import io.runwisp.wire.Problem;
import io.runwisp.wire.daemon.ChangedUnit;
import io.runwisp.wire.daemon.ReloadRequest;
import io.runwisp.wire.daemon.ReloadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration is taken anew, as a whole or not at all. */
final class ReloaderTest {

    private static final String TASK = """
        [tasks.a]
        run = "true"
        cron = "0 4 * * *"
        """;
    private static final String SERVICE = """
        [services.s]
        run = "exec sleep 600"
        """;

    private final Path directory;
    private final VirtualClocks clocks = new VirtualClocks(CoreEngine.NOW);
    private final List<String> heard = new ArrayList<>();
    private final Loading files;
    private final CoreEngine engine;
    private final Reloader reloader;

    ReloaderTest(@TempDir Path directory) {
        this.directory = directory;
        files = Loading.in(directory);
        Config first = files.valid(TASK + SERVICE);
        engine = new CoreEngine(first);
        reloader = reloader(first);
    }

    private Reloader reloader(Config first) {
        return new Reloader(first, new Reloader.Parts(() -> files.load(Path.of("runwisp.toml")), engine::ask,
                clocks.wall(), clocks.monotonic(), new Reloader.Listener() {
                    @Override
                    public void taken(Config config) {
                        heard.add("taken " + config.units().keySet());
                    }

                    @Override
                    public void stale(boolean now) {
                        heard.add("stale " + now);
                    }
                }));
    }

    private ReloadResult reload(String text, String... units) {
        files.with("runwisp.toml", text);
        return reloader.reload(new ReloadRequest(List.of(units), false));
    }

    private Problem refused(String text, String... units) {
        return assertThrows(ApiProblem.class, () -> reload(text, units)).problem();
    }

    @Test
    void whatDiffersIsNamedByItsKeys() {
        ReloadResult result = reload("""
            [tasks.a]
            run = "false"
            cron = "0 5 * * *"
            description = "x"
            [tasks.b]
            run = "true"
            """);
        assertTrue(result.applied());
        assertEquals(List.of("b"), result.added());
        assertEquals(List.of("s"), result.removed());
        assertEquals(List.of(new ChangedUnit("a", List.of("cron", "description", "run"), "next_run")),
                result.changed());
        assertEquals(Instant.parse("2026-11-21T03:00:00Z"), result.nextRuns().getFirst().before().getFirst());
        assertEquals(List.of("taken [a, b]"), heard);
        assertEquals(List.of("a", "b"), List.copyOf(reloader.config().units().keySet()));
    }

    @Test
    void aDryRunSaysTheSameAndTakesNothing() {
        files.with("runwisp.toml", TASK);
        ReloadResult dry = reloader.reload(new ReloadRequest(List.of(), true));
        assertFalse(dry.applied());
        assertEquals(List.of("s"), dry.removed());
        assertEquals(2, reloader.config().units().size());
        assertEquals(dry.removed(), reload(TASK).removed());
    }

    @Test
    void everyProblemOfTheFileIsToldWithItsPlace() {
        Problem problem = refused(TASK + "colour = 1\n[tasks.b]\nrun = \"\"\n");
        assertEquals("reload_rejected", problem.code());
        assertEquals("runwisp.toml:4:1", problem.errors().getFirst().location());
        assertEquals(2, problem.errors().size());
        assertEquals(2, reloader.config().units().size());
        assertEquals(List.of(), heard);
    }

    @Test
    void whatARunningDaemonCannotTakeIsRefusedWithItsKey() {
        Problem problem = refused("[daemon]\nmetrics_enabled = true\n" + TASK + SERVICE);
        assertTrue(problem.detail().contains("daemon.metrics_enabled"), problem.detail());
        assertTrue(problem.detail().contains("Restart the daemon"), problem.detail());
    }

    @Test
    void whatTheDaemonCanTakeIsTaken() {
        reload("[daemon]\nshutdown_timeout = \"33s\"\n[storage]\nmax_size = \"1gb\"\n" + TASK + SERVICE);
        assertEquals(1L << 30, reloader.config()
            .daemon()
            .storage()
            .value(io.runwisp.config.language.DaemonKeys.MAX_SIZE));
    }

    @Test
    void ofASecretOnlyTheKeyIsTold() {
        String service = SERVICE + "secrets = { TOKEN = \"%s\" }\n";
        reload(TASK + service.formatted("hunter2"));
        ReloadResult result = reload(TASK + service.formatted("hunter3"));
        assertEquals(List.of("secrets"), result.changed().getFirst().reasons());
        assertFalse(result.toString().contains("hunter"), result.toString());
    }

    @Test
    void ofANamedReloadTheRestStaysStale() {
        ReloadResult result = reload(TASK.replace("true", "false") + "[tasks.b]\nrun = \"true\"\n", "b");
        assertEquals(List.of("b"), result.added());
        assertEquals(List.of(), result.changed());
        assertEquals(List.of("a", "s"), result.stale());
        assertTrue(reloader.isStale());
        assertEquals(List.of("taken [a, b, s]", "stale true"), heard);
        assertTrue(reload(TASK, new String[0]).applied());
        assertFalse(reloader.isStale());
    }

    @Test
    void aNamedReloadChecksTheWholeAndKnowsItsNames() {
        assertEquals("reload_rejected", refused(TASK + "[tasks.b]\nrun = \"\"\n", "a").code());
        assertEquals("unit_unknown", refused(TASK, "ghost").code());
    }

    @Test
    void aNamedReloadLetsNoTwoUnitsShareADirectory() {
        reload("[tasks.\"a.b\"]\nrun = \"true\"\n");
        assertTrue(refused("[tasks.a_b]\nrun = \"true\"\n", "a_b").detail().contains("name both"));
        assertEquals(List.of("a_b"), reload("[tasks.a_b]\nrun = \"true\"\n", "a_b", "a.b").added());
    }

    @Test
    void theFilesAreLookedAtAndEachChangeIsToldOnce() throws IOException {
        assertFalse(reloader.isStale());
        files.with("runwisp.toml", TASK);
        assertFalse(reloader.isStale(), "it was looked a moment ago");
        clocks.advance(Duration.ofSeconds(3));
        assertTrue(reloader.isStale());
        clocks.advance(Duration.ofSeconds(3));
        assertTrue(reloader.isStale());
        assertEquals(List.of("stale true"), heard);
        files.with("runwisp.toml", TASK + SERVICE);
        clocks.advance(Duration.ofSeconds(3));
        assertFalse(reloader.isStale(), "what was there is there again");
        Files.setLastModifiedTime(directory.resolve("runwisp.toml"), FileTime.from(Instant.EPOCH));
        clocks.advance(Duration.ofSeconds(3));
        assertFalse(reloader.isStale(), "it was only touched");
    }

    @Test
    void whileTheJournalIsStalledNothingIsTaken() {
        engine.send(new EngineMessage.JournalStalled("disk full"));
        assertEquals("journal_stalled", refused(TASK).code());
        assertEquals(2, reloader.config().units().size());
    }
}
