package io.runwisp.client.http;

import io.runwisp.wire.json.WireJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a daemon.
 *
 * @param path with its query
 * @param body JSON, or null
 * @param patience how long the daemon may take to begin its answer
 * @param lastSeen what a stream is to go on behind, or null
 */
record Ask(String method, String path, @Nullable String body, Duration patience, @Nullable String lastSeen) {

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    static Ask get(String path) {
        return new Ask("GET", path, null, USUAL_PATIENCE, null);
    }

    static Ask post(String path) {
        return new Ask("POST", path, null, USUAL_PATIENCE, null);
    }

    static Ask post(String path, Record body) {
        return new Ask("POST", path, WireJson.text(body), USUAL_PATIENCE, null);
    }

    static Ask delete(String path) {
        return new Ask("DELETE", path, null, USUAL_PATIENCE, null);
    }

    /** The same with more time than usual. */
    Ask patient(Duration more) {
        return new Ask(method, path, body, USUAL_PATIENCE.plus(more), lastSeen);
    }

    /** The same, going on behind an event. */
    Ask behind(@Nullable String seen) {
        return new Ask(method, path, body, patience, seen);
    }

    /** What stands in the head of it, in order. */
    Map<String, String> headers(@Nullable String bearer) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        if (bearer != null) {
            headers.put("Authorization", "Bearer " + bearer);
        }
        if (lastSeen != null) {
            headers.put("Last-Event-ID", lastSeen);
        }
        return headers;
    }

    /** The path of a unit. */
    static String unit(String name) {
        return "/api/tasks/" + encoded(name);
    }

    /** The path of a run of a unit. */
    static String run(String unit, String id) {
        return unit(unit) + "/runs/" + encoded(id);
    }

    /** A text as a part of a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
