package io.runwisp.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runwisp.client.http.DaemonAddress;
import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.model.LoginProof;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Asks as the page asks, and hears its stream. */
final class TestBrowser implements AutoCloseable {

    static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    /** An event of a stream. */
    record Event(String name, JsonNode data, long nanos) {
    }

    TestBrowser(TestDaemon daemon) {
        this(daemon.address());
    }

    TestBrowser(DaemonAddress address) {
        base = address.base().toString().replaceFirst("/$", "");
        String nonce = json(text(sent("GET", "/api/auth/challenge", ""))).path("nonce").asText();
        String proof = LoginProof.of(TestDaemon.PASSWORD, nonce).text();
        token = json(text(sent("POST", "/api/auth", "{\"nonce\":\"" + nonce + "\",\"response\":\"" + proof + "\"}")))
            .path("token")
            .asText();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> sent(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** An answer to whoever is logged in. */
    HttpResponse<byte[]> ask(String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Authorization";
        all[1] = "Bearer " + token;
        return sent(method, path, body, all);
    }

    /** An answer to a stranger. */
    HttpResponse<byte[]> askAsStranger(String method, String path, String body) {
        return sent(method, path, body);
    }

    /** A screen, or the problem that is in its place. */
    JsonNode screen(String screenAndQuery) {
        return json(text(ask("GET", "/api/view/" + screenAndQuery, "")));
    }

    String token() {
        return token;
    }

    Stream stream() {
        return new Stream();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** A stream with slots. */
    final class Stream implements AutoCloseable {

        private final InputStream body;
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private final String connection;
        private final Map<String, JsonNode> views = new HashMap<>();
        private final AtomicInteger patches = new AtomicInteger();

        Stream() {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/view/stream"))
                .header("Authorization", "Bearer " + token)
                .build();
            try {
                body = http.send(request, BodyHandlers.ofInputStream()).body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            Thread.ofVirtual().start(this::read);
            Event first = next(_ -> true);
            if (!first.name().equals("hello")) {
                throw new AssertionError("the first event is " + first);
            }
            connection = first.data().path("connection").asText();
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                String name = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        events.add(whole(new Event(name, json(line.substring(6)), System.nanoTime())));
                    }
                }
            } catch (IOException e) {
                // The stream has ended, one way or the other.
            }
            events.add(new Event("end", JSON.createObjectNode(), System.nanoTime()));
        }

        /** A patch becomes the view that it makes of the last one, as in a page. */
        private Event whole(Event event) {
            String slot = event.data().path("slot").asText();
            JsonNode view = event.data();
            if (event.name().equals("patch")) {
                JsonNode last = views.get(slot);
                if (last == null || last.path("rev").asLong() != view.path("on").asLong()) {
                    return new Event("a patch that fits nothing", view, event.nanos());
                }
                patches.incrementAndGet();
                view = JSON.createObjectNode()
                    .put("slot", slot)
                    .put("rev", view.path("rev").asLong())
                    .set("state", Patched.of(last.path("state"), view.path("patch")));
            } else if (!event.name().equals("view")) {
                return event;
            }
            views.put(slot, view);
            return new Event("view", view, event.nanos());
        }

        /** How many views came as patches. */
        int patches() {
            return patches.get();
        }

        String connection() {
            return connection;
        }

        /** The next event of this kind; those before it are forgotten. */
        Event next(Predicate<Event> wanted) {
            long end = System.nanoTime() + LONG_ENOUGH.toNanos();
            try {
                while (true) {
                    Event event = events.poll(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                    if (event == null) {
                        throw new AssertionError("it did not come");
                    }
                    if (wanted.test(event)) {
                        return event;
                    }
                    if (event.name().equals("end")) {
                        throw new AssertionError("the stream ended before it came");
                    }
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        /** The state of a slot that is wanted. */
        JsonNode view(String slot, Predicate<JsonNode> wanted) {
            return next(event -> event.name().equals("view") && event.data().path("slot").asText().equals(slot)
                    && wanted.test(event.data().path("state")))
                .data()
                .path("state");
        }

        /** Whatever has come so far. */
        List<Event> sofar() {
            List<Event> all = new ArrayList<>();
            events.drainTo(all);
            return all;
        }

        HttpResponse<byte[]> put(String slot, String screen, String query) {
            return ask("PUT", "/api/view/" + connection + "/" + slot,
                    "{\"screen\":\"" + screen + "\",\"query\":" + query
                            + ",\"zone\":\"Europe/Vienna\",\"patches\":true}");
        }

        HttpResponse<byte[]> delete(String slot) {
            return ask("DELETE", "/api/view/" + connection + "/" + slot, "");
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
