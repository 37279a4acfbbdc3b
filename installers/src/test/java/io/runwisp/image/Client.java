package io.runwisp.image;

import io.runwisp.wire.exchange.Exchange;
import io.runwisp.wire.exchange.Exchanges;
import io.runwisp.wire.exchange.Frames;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who knows nothing of RunWisp but its document: plain HTTP, and texts of JSON. Whatever is said that the document does not have is a fault. */
public final class Client implements AutoCloseable {

    private final URI daemon;
    private final Exchanges exchanges = new Exchanges();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";

    public Client(URI daemon) {
        this.daemon = daemon;
    }

    /** Logs in by challenge and proof. */
    public Client login(String password) throws Exception {
        String nonce = field("nonce", get("/api/auth/challenge").body());
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        String proof = HexFormat.of()
            .formatHex(digest.digest((password + ":" + nonce).getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> answer = post("/api/auth",
                "{\"nonce\":\"" + nonce + "\",\"response\":\"" + proof + "\"}");
        token = field("token", answer.body());
        return this;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build(), "");
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(), body);
    }

    private HttpResponse<String> send(HttpRequest request, String sent) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        hold(answer, sent, answer.body());
        return answer;
    }

    private void hold(HttpResponse<?> answer, String sent, String body) {
        URI asked = answer.uri();
        exchanges
            .faults(new Exchange(answer.request().method(), asked.getRawPath(),
                    asked.getRawQuery() == null ? "" : asked.getRawQuery(), sent, answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""), answer.headers().map().keySet(), body))
            .forEach(Client::fault);
    }

    private static void fault(String what) {
        throw new AssertionError(what);
    }

    /** Reads a stream of events until one of them contains a text, and answers with the ids and names that came. */
    List<String> events(String path, long after, String until) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer = http.send(
                request(path).header("Last-Event-ID", Long.toString(after)).GET().build(), BodyHandlers.ofLines());
        hold(answer, "", "x");
        Frames frames = exchanges.frames(exchanges.operation(path), Client::fault);
        List<String> seen = new ArrayList<>();
        String id = "";
        String name = "";
        try (Stream<String> lines = answer.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                frames.line(line);
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ") && !name.equals("ping") && !name.equals("system")) {
                    seen.add(id + " " + name);
                    if ((name + line).contains(until)) {
                        return seen;
                    }
                }
            }
        }
        throw new AssertionError("The stream ended before «" + until + "»: " + seen);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(daemon.resolve(path)).timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** The first text of this name. */
    public static String field(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new AssertionError("No " + name + " in " + json);
        }
        return found.group(1);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
