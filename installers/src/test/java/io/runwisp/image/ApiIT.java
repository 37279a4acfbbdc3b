package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API as a program has it that was written from the document alone. */
class ApiIT {

    private static final String TOML = """
        [tasks.greet]
        run = "echo hello; echo oops >&2"
        hook_tokens = ["0123456789abcdef0123456789abcdef"]

        [services.web]
        run = "trap 'exit 0' TERM; while true; do sleep 0.05; done"
        """;

    @TempDir
    Path folder;

    @Test
    void whoeverKnowsThePasswordStartsATaskAndReadsWhatItPrinted() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, TOML); Client client = new Client(daemon.url())) {
            assertEquals("OK", client.get("/health").body());
            assertEquals("401 token_missing", refusal(client.get("/api/tasks")));
            client.login(password());
            String run = client.post("/api/tasks/greet/trigger?wait=true", "{}").body();
            assertEquals("success api",
                    Client.field("end_reason", run) + " " + Client.field("triggered_by", run));
            String path = "/api/tasks/greet/runs/" + Client.field("id", run);
            String page = client.get(path + "/log").body();
            assertTrue(page.contains("\"text\":\"hello\"") && page.contains("\"stream\":\"stderr\""), page);
            assertEquals("hello\n[ERR] oops\n", sorted(client.get(path + "/log/raw").body()));
            assertTrue(client.get("/api/tasks").body().contains("\"name\":\"web\""));
            assertEquals("404 unit_unknown", refusal(client.post("/api/tasks/nobody/trigger", "{}")));
            assertEquals("404 route_unknown", refusal(client.get("/metrics")));
            assertEquals(0, daemon.stop());
        }
    }

    @Test
    void aHookNeedsNothingButItsToken() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, TOML); Client client = new Client(daemon.url())) {
            String path = "/api/hooks/tasks/greet/run?token=";
            assertEquals("hook", Client.field("triggered_by",
                    client.post(path + "0123456789abcdef0123456789abcdef", "").body()));
            assertEquals("401 hook_token_invalid", refusal(client.post(path + "f".repeat(32), "")));
            assertEquals("401 hook_token_invalid",
                    refusal(client.post("/api/hooks/tasks/nobody/run?token=" + "f".repeat(32), "")));
            for (int i = 0; i < 18; i++) {
                assertEquals(401, client.post(path + "f".repeat(32), "").statusCode());
            }
            HttpResponse<String> last = client.post(path + "f".repeat(32), "");
            assertEquals("429 too_many_requests", refusal(last));
            assertTrue(last.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
        }
    }

    @Test
    void whoeverListensLosesNothingWhenTheDaemonIsKilledAndStartedAgain() throws Exception {
        List<String> before;
        Daemon first = Daemon.ready(folder, TOML);
        try (Client client = new Client(first.url()).login(password())) {
            client.post("/api/tasks/greet/trigger?wait=true", "{}");
            before = client.events("/api/runs/stream", 0, "run.completed");
        } finally {
            first.kill();
        }
        long last = number(before.getLast());
        try (Daemon second = Daemon.ready(folder); Client client = new Client(second.url()).login(password())) {
            client.post("/api/tasks/greet/trigger?wait=true", "{}");
            List<String> after = client.events("/api/runs/stream", last, "run.completed");
            List<String> whole = client.events("/api/runs/stream", 0, after.getLast().split(" ", -1)[1]);
            assertEquals(before.getFirst(), whole.getFirst());
            // The service that the kill left is told to have crashed, and nothing is told twice or out of order.
            assertTrue(after.stream().anyMatch(event -> event.endsWith(" run.failed")), after::toString);
            long[] numbers = after.stream().mapToLong(ApiIT::number).toArray();
            assertTrue(numbers[0] > last, after::toString);
            assertEquals(numbers.length, LongStream.of(numbers).distinct().count());
            assertEquals(0, second.stop());
        }
    }

    @Test
    void aPortThatIsTakenIsNamedAndTheOtherDaemonGoesOn() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("runwisp.toml"), TOML);
        try (Daemon daemon = Daemon.ready(folder, TOML)) {
            int port = daemon.url().getPort();
            Command.in(other, Image.LAUNCHER, "daemon", "--port", Integer.toString(port))
                .run()
                .exits(1)
                .complains("Port " + port + " of 127.0.0.1 is in use")
                .complains("ss -ltnp")
                .complains("--port");
            Command.in(other, Image.LAUNCHER, "daemon", "--host", "no-such-host.invalid")
                .run()
                .exits(1)
                .complains("no-such-host.invalid");
            Command.in(other, Image.LAUNCHER, "daemon", "--host", "192.0.2.1")
                .run()
                .exits(1)
                .complains("192.0.2.1 is no address of this machine");
            assertEquals(0, new Rows(other.resolve("data")).count("TRUE"), "nothing was started");
            assertTrue(daemon.lives());
        }
    }

    @Test
    void withoutALoginOnlyThisMachineIsServedUnlessThatIsMeant() throws Exception {
        Files.writeString(folder.resolve("runwisp.toml"), TOML);
        Map<String, String> off = Map.of("RUNWISP_AUTH", "off");
        Command.in(folder, Image.LAUNCHER, "daemon", "--host", "0.0.0.0")
            .with("RUNWISP_AUTH", "off")
            .run()
            .exits(1)
            .complains("--insecure");
        Command.in(folder, Image.LAUNCHER, "daemon").with("RUNWISP_AUTH", "no").run().exits(1).complains("off");
        try (Daemon daemon = Daemon.start(folder, off, List.of("--port", "0")).awaitReady();
                Client client = new Client(daemon.url())) {
            assertTrue(daemon.says("LOGIN IS OFF"), daemon::log);
            assertEquals(200, client.get("/api/tasks").statusCode());
            assertEquals(0, daemon.stop());
        }
        try (Daemon daemon = Daemon.start(folder, off, List.of("--port", "0", "--host", "0.0.0.0", "--insecure"))
            .awaitReady(); Client client = new Client(daemon.url())) {
            assertEquals(200, client.get("/api/tasks").statusCode());
            assertEquals(0, daemon.stop());
        }
    }

    @Test
    void figuresHaveAnAddressOfTheirOwnWhereTheFileSaysSo() throws Exception {
        try (Daemon daemon = Daemon.ready(folder, TOML + "\n[daemon]\nmetrics_enabled = true\n");
                Client client = new Client(daemon.url())) {
            String page = client.get("/metrics").body();
            assertTrue(page.endsWith("# EOF\n") && page.contains("runwisp_build_info"), page);
        }
    }

    private String password() throws Exception {
        return Files.readString(folder.resolve("data/password")).strip();
    }

    private static long number(String event) {
        return Long.parseLong(event.split(" ", -1)[0]);
    }

    private static String refusal(HttpResponse<String> answer) {
        return answer.statusCode() + " " + Client.field("code", answer.body());
    }

    private static String sorted(String lines) {
        return lines.lines().sorted((a, b) -> b.compareTo(a)).reduce("", (all, line) -> all + line + "\n");
    }
}
