package io.runwisp.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.model.LoginProof;
import io.runwisp.wire.auth.Challenge;
import io.runwisp.wire.auth.LaunchTicket;
import io.runwisp.wire.auth.Token;
import io.runwisp.wire.exchange.Exchange;
import io.runwisp.wire.exchange.Exchanges;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.notice.NotificationPage;
import io.runwisp.wire.run.Run;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon is asked for everything that its document names, over its port, and nothing it says may be missing there. */
final class EveryOperationTest {

    private static final String NOBODY = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";
    private static final String HOOK = "a-token-that-is-long-enough-for-hooks";
    private static final String CONFIG = """
        [daemon]
        metrics_enabled = true

        [tasks.hello]
        run = "echo hello; echo again"
        cron = "0 4 * * *"
        hook_tokens = [{ token = "%s", allow = ["run"] }]

        [tasks.bad]
        run = "echo oops >&2; exit 3"

        [tasks.closed]
        run = "true"
        api_trigger = false

        [tasks.sleeper]
        run = "exec sleep 600"

        [tasks.asks]
        run = "echo $TARGET"
        params = [{ env = "TARGET", required = true }]

        [services.keeper]
        run = "exec sleep 600"
        """.formatted(HOOK);

    private final Exchanges exchanges = new Exchanges();
    private final List<String> faults = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    @TempDir
    private Path folder = Path.of("");
    private TestDaemon daemon;
    private String token = "";

    @BeforeEach
    void begin() {
        daemon = new TestDaemon(folder, CONFIG);
    }

    @AfterEach
    void end() {
        client.close();
        daemon.close();
    }

    @Test
    void everyOperationIsAskedForAndSaysOnlyWhatTheDocumentNames() throws Exception {
        open();
        logIn();
        host();
        Run good = units();
        runs(good);
        logs(good);
        bell();
        hooks();
        streams(good);
        refusals(good);
        assertEquals(List.of(), faults);
        assertEquals(Set.of(), exchanges.neglected(), "operations that nobody asked for");
    }

    private void open() throws Exception {
        get(200, "/health");
        get(200, "/metrics");
        get(200, "/openapi.yaml");
        get(200, "/openapi.json");
        get(200, "/api/instance");
        get(200, "/api/auth/status");
        get(401, "/api/tasks");
        get(400, "/api/auth/launch");
        get(401, "/api/auth/launch?ticket=unknown");
    }

    private void logIn() throws Exception {
        String nonce = WireJson.read(Challenge.class, get(200, "/api/auth/challenge")).nonce();
        post(401, "/api/auth", "{\"nonce\":\"" + nonce + "\",\"response\":\"" + "0".repeat(64) + "\"}");
        String second = WireJson.read(Challenge.class, get(200, "/api/auth/challenge")).nonce();
        token = WireJson.read(Token.class, post(200, "/api/auth", "{\"nonce\":\"" + second + "\",\"response\":\""
                + LoginProof.of(TestDaemon.PASSWORD, second).text() + "\"}"))
            .token();
        String ticket = WireJson.read(LaunchTicket.class, post(200, "/api/auth/launch-ticket", "")).ticket();
        get(303, "/api/auth/launch?ticket=" + ticket + "&redirect=%2Ftasks");
        post(204, "/api/auth/logout", "");
    }

    private void host() throws Exception {
        get(200, "/api/info");
        get(200, "/api/system");
        get(200, "/api/system/history");
        post(200, "/api/reload", "{\"units\":[],\"dry_run\":true}");
        post(404, "/api/reload", "{\"units\":[\"ghost\"],\"dry_run\":true}");
        post(200, "/api/reload", "");
    }

    private Run units() throws Exception {
        get(200, "/api/tasks");
        Run good = WireJson.read(Run.class, post(201, "/api/tasks/hello/trigger?wait=true&wait_timeout=60", ""));
        post(201, "/api/tasks/asks/run?wait=true", "{\"params\":{\"TARGET\":\"x\"}}");
        post(400, "/api/tasks/asks/run", "{\"params\":{}}");
        post(201, "/api/tasks/bad/trigger?wait=true", "");
        post(200, "/api/tasks/keeper/stop", "");
        post(200, "/api/tasks/keeper/start", "");
        post(200, "/api/tasks/keeper/restart", "");
        post(200, "/api/tasks/hello/pause", "");
        post(200, "/api/tasks/hello/resume", "");
        get(200, "/api/tasks/hello/why");
        get(200, "/api/tasks/hello/why?at=2031-03-01T04:00:00Z");
        get(200, "/api/upcoming?limit=10");
        get(400, "/api/upcoming?from=2031-03-01T00:00:00Z&to=2030-03-01T00:00:00Z");
        return good;
    }

    private void runs(Run good) throws Exception {
        get(200, "/api/runs?limit=10&offset=0&status=failed,success&sort_field=duration&sort_direction=asc&search=hel"
                + "&triggered_by=api&created_after=2020-01-01T00:00:00Z&created_before=2040-01-01T00:00:00Z"
                + "&exit_code_min=0&exit_code_max=5&retries_only=false&task_name=hello");
        get(200, "/api/tasks/hello/runs");
        get(200, "/api/runs/summary");
        get(200, "/api/runs/" + good.id());
        get(200, "/api/tasks/hello/runs/" + good.id());
        String sleeping = WireJson.read(Run.class, post(201, "/api/tasks/sleeper/trigger", "")).id();
        delete(409, "/api/tasks/sleeper/runs/" + sleeping);
        post(200, "/api/tasks/sleeper/runs/" + sleeping + "/stop", "");
        post(400, "/api/tasks/hello/runs/" + good.id() + "/stop", "");
        String other = WireJson.read(Run.class, post(201, "/api/tasks/hello/trigger?wait=true", "")).id();
        post(200, "/api/runs/bulk/delete", "{\"ids\":[\"" + other + "\"]}");
        post(200, "/api/runs/bulk/restore", "{\"ids\":[\"" + other + "\"]}");
        post(200, "/api/runs/bulk/cancel", "{\"match_all\":true,\"filter\":{\"task_name\":\"sleeper\"}}");
        post(200, "/api/runs/bulk/rerun", "{\"ids\":[\"" + other + "\"]}");
        post(400, "/api/runs/bulk/rerun", "{\"ids\":[]}");
        delete(204, "/api/tasks/hello/runs/" + other);
    }

    private void logs(Run good) throws Exception {
        String log = "/api/tasks/hello/runs/" + good.id() + "/log";
        get(200, log + "?from=0&limit=10");
        get(200, log + "?from_ts=0&to_ts=4102444800000");
        get(200, log + "/raw");
        get(200, "/api/tasks/hello/log/search?q=AGAIN&regex=false&case=false&limit=5");
        get(400, "/api/tasks/hello/log/search?q=(&regex=true");
    }

    private void bell() throws Exception {
        String id = WireJson.read(NotificationPage.class, get(200, "/api/notifications?limit=5"))
            .items()
            .getFirst()
            .id();
        get(200, "/api/notifications/unread-count");
        post(204, "/api/notifications/" + id + "/read", "");
        post(204, "/api/notifications/" + id + "/unread", "");
        post(404, "/api/notifications/" + NOBODY + "/read", "");
        post(204, "/api/notifications/read", "");
    }

    private void hooks() throws Exception {
        String mine = token;
        token = HOOK;
        post(201, "/api/hooks/tasks/hello/run", "");
        post(201, "/api/hooks/tasks/hello/run",
                "{\"ref\":\"refs/heads/main\",\"commits\":[{\"id\":7}],\"forced\":false}");
        post(400, "/api/hooks/tasks/hello/run", "{\"ref\":\"x\",\"params\":{\"NOBODY\":\"x\"}}");
        post(422, "/api/hooks/tasks/hello/run", "{\"params\":[]}");
        post(422, "/api/hooks/tasks/hello/run", "[]");
        post(400, "/api/hooks/tasks/hello/run", "{");
        post(403, "/api/hooks/tasks/hello/stop", "");
        post(401, "/api/hooks/tasks/bad/run", "");
        token = mine;
        post(401, "/api/hooks/tasks/hello/run?token=" + "x".repeat(40), "");
    }

    private void streams(Run good) throws Exception {
        stream("/api/events/stream?kinds=run,unit");
        stream("/api/runs/stream");
        stream("/api/notifications/stream");
        stream("/api/daemon/log-stream");
        stream("/api/tasks/keeper/log/stream?replay_limit=5");
        stream("/api/tasks/hello/runs/" + good.id() + "/log/stream?from=0&replay_limit=5");
        get(404, "/api/tasks/hello/runs/" + NOBODY + "/log/stream");
    }

    private void refusals(Run good) throws Exception {
        post(404, "/api/tasks/ghost/trigger", "");
        post(403, "/api/tasks/closed/trigger", "");
        post(409, "/api/tasks/keeper/trigger", "");
        post(400, "/api/tasks/hello/restart", "");
        post(409, "/api/tasks/keeper/start", "");
        get(404, "/api/runs/" + NOBODY);
        get(404, "/api/tasks/bad/runs/" + good.id());
        get(422, "/api/runs?limit=0");
        get(422, "/api/runs?limt=5");
        post(415, "/api/tasks/hello/trigger", "text");
        post(422, "/api/runs/bulk/delete", "{\"idz\":[]}");
    }

    private byte[] get(int status, String path) throws Exception {
        return ask(status, "GET", path, "");
    }

    private byte[] post(int status, String path, String body) throws Exception {
        return ask(status, "POST", path, body);
    }

    private void delete(int status, String path) throws Exception {
        ask(status, "DELETE", path, "");
    }

    private byte[] ask(int status, String method, String path, String sent) throws Exception {
        HttpResponse<byte[]> answer = client.send(request(method, path, sent), HttpResponse.BodyHandlers.ofByteArray());
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertEquals(status, answer.statusCode(), method + " " + path + ": " + body);
        check(method, path, sent, answer, body);
        return answer.body();
    }

    /** Streams go on, so only their beginning is looked at. */
    private void stream(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request("GET", path, ""),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertEquals(200, answer.statusCode(), path);
            check("GET", path, "", answer, new String(body.readNBytes(1), StandardCharsets.UTF_8));
        }
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(daemon.address() + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type",
                    body.startsWith("{") || body.startsWith("[") ? "application/json" : "text/plain");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private void check(String method, String path, String sent, HttpResponse<?> answer, String body) {
        int mark = path.indexOf('?');
        faults.addAll(exchanges.faults(new Exchange(method, mark < 0 ? path : path.substring(0, mark),
                mark < 0 ? "" : path.substring(mark + 1), sent, answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""), new TreeSet<>(answer.headers().map().keySet()),
                body)));
    }
}
