package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices as an operator has them: a webhook, a monitor and a hook of the real daemon, over a kill too. */
class NoticesIT {

    @TempDir
    Path folder;

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private String toml;

    @BeforeEach
    void begin() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            posted.add(exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort();
        toml = """
            [notify]
            default_notifiers = ["inapp", "out"]

            [[notifier]]
            id   = "out"
            type = "webhook"
            url  = "%s/out"

            [[hook]]
            on      = ["run.failed", "run.crashed"]
            run     = "cat >> hook.json"

            [tasks.broken]
            run  = "echo the last words; exit 3"
            ping = "%s/monitor"

            [tasks.endless]
            run  = "sleep 1000"
            """.formatted(url, url);
    }

    @AfterEach
    void end() {
        receiver.stop(0);
    }

    private void call(Daemon daemon, String task) throws Exception {
        Command.in(folder, Image.LAUNCHER)
            .and("run-task", task, "--port", Integer.toString(daemon.url().getPort()))
            .run()
            .exits(0);
    }

    private String awaitsPost(Daemon daemon, String part) throws Exception {
        Patience.until("«" + part + "» is posted", () -> posted.stream().anyMatch(post -> post.contains(part)),
                () -> posted + daemon.log());
        return posted.stream().filter(post -> post.contains(part)).findFirst().orElseThrow();
    }

    @Test
    void aFailureIsToldOnceAndTheHookReadsIt() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, toml)) {
            call(daemon, "broken");
            String post = awaitsPost(daemon, "\"title\":\"broken failed\"");
            assertTrue(post.startsWith("/out ") && post.contains("the last words"), post);
            awaitsPost(daemon, "/monitor/start ");
            assertTrue(awaitsPost(daemon, "/monitor/fail ").contains("the last words"));
            Patience.until("the hook has read it", () -> Files.exists(folder.resolve("hook.json"))
                    && Files.readString(folder.resolve("hook.json")).contains("\"exit_code\":3"), daemon::log);
            assertEquals(0, daemon.stop());
        }
        assertEquals(1, posted.stream().filter(each -> each.startsWith("/out ")).count(), posted.toString());
    }

    @Test
    void aRunThatAKillCutOffIsToldByTheNextDaemon() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, toml)) {
            call(daemon, "endless");
            daemon.awaits("run started task=endless");
            daemon.kill();
        }
        assertEquals(List.of(), List.copyOf(posted));
        try (Daemon daemon = Daemon.ready(folder)) {
            awaitsPost(daemon, "\"kind\":\"run.crashed\"");
            Patience.until("the hook has read it", () -> Files.exists(folder.resolve("hook.json"))
                    && Files.readString(folder.resolve("hook.json")).contains("run.crashed"), daemon::log);
            assertEquals(0, daemon.stop());
        }
    }

    @Test
    void aTestMessageTellsWhatTheProviderSays() throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), toml);
        Command.in(folder, Image.LAUNCHER).and("notify", "test", "out").run().exits(0);
        assertTrue(posted.getFirst().contains("This is a test"), posted.toString());
        Command.in(folder, Image.LAUNCHER)
            .and("notify", "test", "uot")
            .run()
            .exits(1)
            .complains("did you mean \"out\"?");
    }

    @Test
    void aDaemonThatTellsNobodyLoadsNothingOfIt() throws Exception {
        Path classes = folder.resolve("classes.log");
        Files.writeString(folder.resolve("runwisp.toml"), "[tasks.ok]\nrun = \"true\"\nrun_on_start = true\n");
        try (Daemon daemon = Daemon
            .start(folder, Map.of("RUNWISP_JAVA_OPTS", "-Xlog:class+load:file=" + classes), List.of("--port", "0"))
            .awaitReady()) {
            daemon.awaits("run ended task=ok");
            assertEquals(0, daemon.stop());
        }
        List<String> loaded = Files.readAllLines(classes);
        assertTrue(loaded.stream().anyMatch(line -> line.contains(" io.runwisp.bell.")), "the list has what is loaded");
        assertEquals(List.of(), loaded.stream()
            .filter(line -> line.contains(" io.runwisp.notify.") || line.contains(" jdk.internal.net.http.")
                    || line.contains(" jakarta.mail."))
            .toList());
    }
}
