package io.runwisp.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.runwisp.auth.request.Approach;
import io.runwisp.wire.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds what is asked and answered against the document: what it does not name is a fault. Remembers which operations were asked for. */
public final class Exchanges {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    /** Answers of any operation, as the document says in its introduction. */
    private static final Set<String> ALWAYS = Set.of("host_refused", "cross_site", "method_not_allowed",
            "headers_too_large", "internal", "invalid_request", "malformed_body", "body_too_large",
            "media_type_unsupported");

    /** Answers to what is no operation. */
    private static final Set<String> NOWHERE = Set.of("route_unknown", "method_not_allowed", "host_refused",
            "cross_site");

    private final JsonNode document;
    private final Set<String> exercised = new ConcurrentSkipListSet<>();

    /**
     * What was asked and answered.
     *
     * @param type the content type of the answer
     * @param headers names of the headers of the answer, in lower case
     */
    public record Exchange(String method, String path, String query, String sent, int status, String type,
            Set<String> headers,
            String body) {
    }

    public Exchanges() {
        try (InputStream text = Problem.class.getResourceAsStream("openapi.json")) {
            document = JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Operations that nobody has asked for yet. */
    Set<String> neglected() {
        Set<String> all = new TreeSet<>();
        document.get("paths")
            .forEach(path -> path.forEach(operation -> all.add(operation.path("operationId").asText())));
        all.removeAll(exercised);
        return all;
    }

    /** What is wrong with an exchange; nothing when the document has it all. */
    public List<String> faults(Exchange exchange) {
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

    private void request(Exchange exchange, JsonNode operation, List<String> faults) {
        Set<String> known = new TreeSet<>();
        operation.path("parameters").forEach(one -> known.add(resolve(one).path("name").asText()));
        for (String name : Paths.query(exchange.query()).orElse(Map.of()).keySet()) {
            if (!known.contains(name) && exchange.status() < 400) {
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
        ObjectNode entry = schema.deepCopy();
        entry.set("components", document.get("components"));
        try {
            SCHEMAS.getSchema(entry)
                .validate(JSON.readTree(json))
                .forEach(fault -> faults.add(what + ": " + fault.getMessage()));
        } catch (JsonProcessingException e) {
            faults.add(what + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String code(Exchange exchange) {
        try {
            return JSON.readTree(exchange.body()).path("code").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private Map.@Nullable Entry<String, JsonNode> path(String asked) {
        Map.@Nullable Entry<String, JsonNode> best = null;
        int names = Integer.MAX_VALUE;
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            Map<String, String> values = Paths.match(Paths.segments(path.getKey()), Paths.segments(asked)).orElse(null);
            if (values != null && values.size() < names) {
                best = path;
                names = values.size();
            }
        }
        return best;
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** Answers as before, and has each exchange looked at; what goes on is looked at as far as its headers. */
    public Answering watched(Answering answering, Consumer<String> fault) {
        return request -> {
            Overheard heard = new Overheard(request);
            Reply reply = answering.answer(heard);
            boolean whole = reply.content().length() >= 0;
            faults(new Exchange(request.approach().method(), request.path(), request.query(), heard.text(),
                    reply.status(), reply.type(), names(reply), whole ? text(reply) : "x"))
                .forEach(fault);
            return reply;
        };
    }

    private static Set<String> names(Reply reply) {
        Set<String> names = new TreeSet<>();
        reply.headers().forEach(header -> names.add(header.name().toLowerCase(Locale.ROOT)));
        return names;
    }

    private static String text(Reply reply) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            reply.content().writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Remembers the body that is read. */
    private static final class Overheard implements Request {

        private final Request request;
        private byte[] body = new byte[0];

        Overheard(Request request) {
            this.request = request;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @Override
        public String path() {
            return request.path();
        }

        @Override
        public String query() {
            return request.query();
        }

        @Override
        public Approach approach() {
            return request.approach();
        }

        @Override
        public byte[] body(int limit) throws IOException {
            body = request.body(limit);
            return body;
        }
    }
}
