package io.runwisp.wire.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each thing that is held against the document can be found wrong. */
final class ExchangesTest {

    private static final String COUNT = "/api/notifications/unread-count";

    private final Exchanges exchanges = new Exchanges();

    @Test
    void whatTheDocumentHasIsGood() {
        assertEquals(List.of(), faults("GET", COUNT, "", "", 200, "application/json", "{\"count\":1}"));
        assertFalse(exchanges.neglected().contains("unreadCount"));
        assertEquals(List.of(), faults("GET", "/api/runs", "limit=5", "", 200, "application/json",
                "{\"runs\":[],\"total\":0}"));
    }

    @Test
    void whatItDoesNotHaveIsFound() {
        found("GET", "/api/nothing", "", "", 200, "application/json", "{}");
        found("PUT", COUNT, "", "", 200, "application/json", "{\"count\":1}");
        found("GET", COUNT, "", "", 202, "application/json", "{\"count\":1}");
        found("GET", COUNT, "", "", 200, "text/plain", "1");
        found("GET", COUNT, "", "", 200, "application/json", "{\"count\":1,\"loud\":true}");
        found("GET", COUNT, "", "", 200, "application/json", "{}");
        found("GET", COUNT, "", "", 200, "application/json", "{");
        found("GET", COUNT, "loud=1", "", 200, "application/json", "{\"count\":1}");
        found("POST", "/api/notifications/read", "", "", 204, "", "x");
        found("POST", "/api/notifications/read", "", "{}", 204, "", "");
        found("POST", "/api/reload", "", "{\"unitz\":[]}", 200, "application/json", "{}");
        found("GET", COUNT, "", "", 404, "application/problem+json", problem("unit_unknown", 404));
        found("GET", COUNT, "", "", 401, "application/problem+json", problem("password_wrong", 401));
        found("GET", "/api/tasks/a/runs/01JC7ZJ3R8Q6WX4T5N0V1B2C3D/log/raw", "", "", 200, "text/plain", "x");
    }

    @Test
    void whatIsNoOperationMayBeRefusedAsSuch() {
        for (String path : List.of("/api/nothing", "/api/tasks/%c0%ae/runs", "/api/tasks/%zz/runs")) {
            assertEquals(List.of(), faults("GET", path, "", "", 404, "application/problem+json",
                    problem("route_unknown", 404)));
        }
        found("GET", "/api/tasks/a/runs", "", "", 404, "application/problem+json", problem("route_unknown", 404));
    }

    @Test
    void theStreamOfAPathIsKnownAndThatOfAnotherIsNone() {
        List<String> heard = new ArrayList<>();
        exchanges.frames(exchanges.operation("/api/runs/stream"), heard::add).line("event: ping");
        assertEquals(List.of(), heard);
        Frames none = exchanges.frames(exchanges.operation("/api/nothing"), heard::add);
        none.line("event: ping");
        none.line("");
        assertEquals(List.of("the stream of /api/nothing sends «ping», which the document does not name"), heard);
    }

    private void found(String method, String path, String query, String sent, int status, String type, String body) {
        assertFalse(faults(method, path, query, sent, status, type, body).isEmpty(), method + " " + path);
    }

    private List<String> faults(String method, String path, String query, String sent, int status, String type,
            String body) {
        return exchanges.faults(new Exchange(method, path, query, sent, status, type, Set.of(), body));
    }

    private static String problem(String code, int status) {
        return "{\"title\":\"t\",\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"d\",\"errors\":[]}";
    }
}
