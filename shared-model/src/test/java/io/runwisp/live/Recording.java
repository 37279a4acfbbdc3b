package io.runwisp.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.runwisp.client.DaemonEvent;
import io.runwisp.client.EventFrame;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.json.WireJson;
import io.runwisp.wire.unit.TaskResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a daemon told a client, one JSON object a line, and what the client knew then. Each line has {@code at}, when it came, and one of:
 *
 * <ul>
 * <li>{@code answer}: what the daemon answered to everything that was asked: {@code info}, {@code tasks}, {@code unread};
 * <li>{@code event} and {@code data}, and {@code id} unless it is ephemeral: a frame of the stream of events;
 * <li>{@code show}: a screen is drawn, and what it shows.
 * </ul>
 */
public final class Recording {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<String> lines;

    private Recording(List<String> lines) {
        this.lines = lines;
    }

    /** Somebody who looks. */
    public interface Eyes {

        /** What is known at a time. */
        void see(Instant at, String what, Picture picture);
    }

    /** Reads a recording. */
    public static Recording of(Path file) {
        try {
            return new Recording(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same without one of its lines. */
    public Recording without(int line) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(line);
        return new Recording(fewer);
    }

    /** Lives it again. */
    public void replay(Eyes eyes) {
        Client client = new Client();
        for (String line : lines) {
            Map<String, String> fields = fields(line);
            Instant at = Instant.parse(text(Objects.requireNonNull(fields.get("at"), line)));
            String answer = fields.get("answer");
            String show = fields.get("show");
            if (answer != null) {
                client.answer(fields(answer));
            } else if (show != null) {
                eyes.see(at, text(show), client.picture());
            } else {
                String id = fields.get("id");
                client.hear(new EventFrame(id == null ? null : text(id), text(String.valueOf(fields.get("event"))),
                        String.valueOf(fields.get("data"))));
            }
        }
        assertFalse(client.asked, "something is still asked for that the recording does not answer");
    }

    /** The fields of an object, as they are written. */
    private static Map<String, String> fields(String object) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(object)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                ByteArrayOutputStream value = new ByteArrayOutputStream();
                try (JsonGenerator copy = JSON.createGenerator(value)) {
                    copy.copyCurrentStructure(json);
                }
                fields.put(name, value.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(object, e);
        }
        return fields;
    }

    private static String text(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    /** Listens first, asks then, and asks at once when something has to be asked again. */
    private static final class Client {

        private @Nullable Picture picture;
        private final Follower<Picture> follower = new Follower<>(Picture::of, known -> picture = known);
        private boolean asked;

        Client() {
            ask();
        }

        private void ask() {
            asked |= follower.wanted() != null;
        }

        void hear(EventFrame frame) {
            follower.hear(DaemonEvent.read(frame).orElseThrow(() -> new AssertionError("not an event: " + frame)));
            follower.tell();
            ask();
        }

        void answer(Map<String, String> answer) {
            assertTrue(asked, "the recording answers what nobody has asked");
            asked = false;
            SortedMap<String, TaskResponse> units = new TreeMap<>();
            WireJson.readList(TaskResponse.class, bytes(answer, "tasks")).forEach(unit -> units.put(unit.name(), unit));
            follower.fetched(new Picture(WireJson.read(DaemonInfo.class, bytes(answer, "info")), units,
                    Integer.parseInt(answer.getOrDefault("unread", "0")), null));
            follower.tell();
            ask();
        }

        Picture picture() {
            return Objects.requireNonNull(picture, "nothing was answered");
        }

        private static byte[] bytes(Map<String, String> answer, String name) {
            return Objects.requireNonNull(answer.get(name), name).getBytes(StandardCharsets.UTF_8);
        }
    }
}
