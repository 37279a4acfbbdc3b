package io.runwisp.wire.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.runwisp.wire.Document;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds what one stream sends against the {@code x-events} of its operation, as it comes; what is cut off in the middle is not looked at. */
public final class Frames {

    private static final String ID = "id";

    private final Document document;
    private final String operation;
    private final JsonNode events;
    private final Set<String> seen;
    private final Consumer<String> fault;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable String id;
    private @Nullable String event;
    private @Nullable String data;

    /** @param seen is told the operation and name of each frame that is documented */
    Frames(Document document, String operation, JsonNode events, Set<String> seen, Consumer<String> fault) {
        this.document = document;
        this.operation = operation;
        this.events = events;
        this.seen = seen;
        this.fault = fault;
    }

    /** The next bytes of the stream. */
    public void hear(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                line(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(bytes[i]);
            }
        }
    }

    /** The next line, without its end. */
    public void line(String text) {
        if (text.isEmpty()) {
            end();
        } else if (text.startsWith("id: ") && id == null) {
            id = text.substring("id: ".length());
        } else if (text.startsWith("event: ") && event == null) {
            event = text.substring("event: ".length());
        } else if (text.startsWith("data: ") && data == null) {
            data = text.substring("data: ".length());
        } else if (!text.equals(": ping")) {
            fault("sends a line that belongs to no frame: " + text);
        } else {
            // A sign of life.
        }
    }

    private void end() {
        if (event != null || data != null) {
            frame();
        } else if (id != null && events.valueStream().allMatch(kind -> kind.path(ID).asText().equals("never"))) {
            fault("tells an id, though its frames have none");
        } else {
            // A place to go on behind.
        }
        id = null;
        event = null;
        data = null;
    }

    private void frame() {
        String name = event == null ? "" : event;
        JsonNode kind = events.path(name);
        if (kind.isMissingNode()) {
            fault("sends «" + name + "», which the document does not name");
            return;
        }
        seen.add(operation + " " + name);
        if (kind.path(ID).asText().equals(id == null ? "always" : "never")) {
            fault("sends «" + name + "» " + (id == null ? "without" : "with") + " an id");
        }
        document.faults(kind.path("data"), data == null ? "" : data)
            .forEach(wrong -> fault("sends «" + name + "»: " + wrong));
    }

    private void fault(String what) {
        fault.accept("the stream of " + operation + " " + what);
    }
}
