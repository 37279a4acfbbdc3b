package io.runwisp.wire.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.runwisp.wire.Document;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds what is asked and answered against the document: what it does not name is a fault. Remembers which operations were asked for. */
public final class Exchanges {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENTS = "x-events";
    /** What is read where bytes are no text. */
    private static final char REPLACEMENT = '\uFFFD';
    private static final Pattern IN_PATH = Pattern.compile("\\{\\w+}");
    /** Answers of any operation, as the document says in its introduction. */
    private static final Set<String> ALWAYS = Set.of("host_refused", "cross_site", "method_not_allowed",
            "headers_too_large", "internal", "invalid_request", "malformed_body", "body_too_large",
            "media_type_unsupported");

    /** Answers to what is no operation. */
    private static final Set<String> NOWHERE = Set.of("route_unknown", "method_not_allowed", "host_refused",
            "cross_site");

    private final Document document = Document.served();
    private final Set<String> exercised = new ConcurrentSkipListSet<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    /** Operations that nobody has asked for yet. */
    public Set<String> neglected() {
        Set<String> all = new TreeSet<>();
        document.operations().forEach(operation -> all.add(operation.id()));
        all.removeAll(exercised);
        return all;
    }

    /** Frames that no stream has sent yet, each with its operation. */
    public Set<String> unseen() {
        Set<String> all = new TreeSet<>();
        document.operations()
            .forEach(operation -> operation.node()
                .path(EVENTS)
                .fieldNames()
                .forEachRemaining(name -> all.add(operation.id() + " " + name)));
        all.removeAll(seen);
        return all;
    }

    /** The operation that is asked for at a path; the path itself when there is none. */
    public String operation(String path) {
        Map.@Nullable Entry<String, JsonNode> found = path(path);
        return found == null ? path : found.getValue().at("/get/operationId").asText(path);
    }

    /** What looks at the frames that the stream of an operation sends. */
    public Frames frames(String operation, Consumer<String> fault) {
        JsonNode events = document.operations()
            .stream()
            .filter(known -> known.id().equals(operation))
            .map(known -> known.node().path(EVENTS))
            .findFirst()
            .orElse(MissingNode.getInstance());
        return new Frames(document, operation, events, seen, isOfThePage(operation) ? _ -> {
        } : fault);
    }

    /** What is wrong with an exchange; nothing when the document has it all. */
    public List<String> faults(Exchange exchange) {
        if (isOfThePage(exchange.path())) {
            return List.of();
        }
        Map.@Nullable Entry<String, JsonNode> path = path(exchange.path());
        JsonNode operation = path == null
                ? null
                : path.getValue().get(exchange.method().toLowerCase(Locale.ROOT));
        if (operation == null && NOWHERE.contains(code(exchange))) {
            return List.of();
        }
        if (operation == null) {
            return List.of("the document has no " + exchange.method() + " " + exchange.path());
        }
        exercised.add(operation.path("operationId").asText());
        List<String> faults = new ArrayList<>();
        request(exchange, operation, faults);
        JsonNode answer = operation.path("responses").path(Integer.toString(exchange.status()));
        if (answer.isMissingNode()) {
            if (!(exchange.status() >= 400 && ALWAYS.contains(code(exchange)))) {
                faults.add(exchange.method() + " " + exchange.path() + " answers " + exchange.status()
                        + ", which the document does not name: " + exchange.body());
            }
            return faults;
        }
        answer(exchange, answer, faults);
        return faults;
    }

    /** The dashboard, its files and what it asks alone are promised to nobody: it answers everything beside the API that nothing else answers. */
    private boolean isOfThePage(String path) {
        return path.startsWith("/api/view/")
                || path.startsWith("/") && !path.startsWith("/api/") && path(path) == null;
    }

    private void request(Exchange exchange, JsonNode operation, List<String> faults) {
        Set<String> known = new TreeSet<>();
        operation.path("parameters").forEach(one -> known.add(resolve(one).path("name").asText()));
        for (String parameter : exchange.query().split("&", -1)) {
            String name = URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8);
            if (!name.isEmpty() && !known.contains(name) && exchange.status() < 400) {
                faults.add("the document has no parameter " + name + " for " + exchange.path());
            }
        }
        if (!exchange.sent().isEmpty() && exchange.status() < 400) {
            JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
            if (schema.isMissingNode()) {
                faults.add("the document has no body for " + exchange.path());
            } else {
                schema(schema, exchange.sent(), "the request of " + exchange.path(), faults);
            }
        }
    }

    private void answer(Exchange exchange, JsonNode named, List<String> faults) {
        JsonNode answer = resolve(named);
        answer.path("headers").properties().forEach(header -> {
            if (header.getValue().path("required").asBoolean()
                    && !exchange.headers().contains(header.getKey().toLowerCase(Locale.ROOT))) {
                faults.add(exchange.path() + " answers without " + header.getKey());
            }
        });
        int end = exchange.type().indexOf(';');
        String type = end < 0 ? exchange.type() : exchange.type().substring(0, end);
        JsonNode content = answer.path("content");
        if (content.isEmpty()) {
            if (!exchange.body().isEmpty()) {
                faults.add(exchange.path() + " answers with a body that the document does not name");
            }
            return;
        }
        JsonNode form = content.path(type);
        if (form.isMissingNode()) {
            faults.add(exchange.path() + " answers as " + type + ", which the document does not name");
        } else if (type.endsWith("json")) {
            schema(form.path("schema"), exchange.body(), "the answer of " + exchange.path(), faults);
        }
        String description = named.path("description").asText();
        if (exchange.status() >= 400 && !description.contains("`" + code(exchange) + "`")
                && !ALWAYS.contains(code(exchange))) {
            faults.add(exchange.path() + " answers " + code(exchange) + ", which the document does not name there");
        }
    }

    private void schema(JsonNode schema, String json, String what, List<String> faults) {
        document.faults(schema, json).forEach(fault -> faults.add(what + ": " + fault));
    }

    private static String code(Exchange exchange) {
        try {
            return JSON.readTree(exchange.body()).path("code").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    /** The path of the document that has the fewest names in it; none for one that is not written well. */
    private Map.@Nullable Entry<String, JsonNode> path(String asked) {
        if (!isReadable(asked)) {
            return null;
        }
        return document.root()
            .get("paths")
            .properties()
            .stream()
            .filter(path -> asked.matches(IN_PATH.matcher(path.getKey()).replaceAll("[^/]+")))
            .min(Comparator.comparingLong(path -> IN_PATH.matcher(path.getKey()).results().count()))
            .orElse(null);
    }

    private static boolean isReadable(String asked) {
        try {
            return asked.indexOf(REPLACEMENT) < 0
                    && URLDecoder.decode(asked, StandardCharsets.UTF_8).indexOf(REPLACEMENT) < 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private JsonNode resolve(JsonNode node) {
        return document.resolve(node);
    }
}
