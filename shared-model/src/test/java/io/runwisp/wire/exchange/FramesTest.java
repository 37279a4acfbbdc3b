package io.runwisp.wire.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of frame can be found wrong, on each stream that has it. */
final class FramesTest {

    private static final String RUN = "01JC7ZJ3R8Q6WX4T5N0V1B2C3D";
    private static final String LINE = "\"n\":3,\"ts\":5,\"stream\":\"stdout\",\"text\":\"ä\"}";

    private final Exchanges exchanges = new Exchanges();
    private final List<String> faults = new ArrayList<>();

    static Set<String> kinds() {
        return new Exchanges().unseen();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFieldThatTheDocumentDoesNotNameIsFoundInEveryKindOfFrame(String kind) {
        String[] parts = kind.split(" ", -1);
        hear(parts[0], "event: " + parts[1] + "\ndata: {\"loud\":true}\n\n");
        assertTrue(faults.stream().anyMatch(fault -> fault.contains("loud")), faults::toString);
        assertFalse(exchanges.unseen().contains(kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIdIsFoundWhereNoneBelongsAndMissedWhereOneDoes(String kind) {
        String[] parts = kind.split(" ", -1);
        hear(parts[0], "event: " + parts[1] + "\ndata: {}\n\nid: 5\nevent: " + parts[1] + "\ndata: {}\n\n");
        assertEquals(kind.endsWith("unit.updated") ? 0 : 1,
                faults.stream().filter(fault -> fault.endsWith("an id")).count(), faults::toString);
    }

    @Test
    void whatTheDocumentHasIsGood() {
        hear("runEvents", "id: 7\n\nevent: ping\ndata: {}\n\nid: 9\nevent: resync\ndata: {\"reason\":\"slow\"}\n\n");
        hear("logStream", ": ping\n\nid: 3\nevent: line\ndata: {" + LINE + "\n\nevent: done\ndata: "
                + "{\"final_line\":3,\"status\":\"ended\"}\n\nevent: cut o");
        hear("serviceLogStream",
                "id: x\nevent: line\ndata: {\"run_id\":\"" + RUN + "\",\"replica_index\":0," + LINE + "\n\n");
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @CsvSource({"'event: surprise|data: {}||'", "'data: {}||'", "'event: line||'", "'id: 3|event: line|data: {||'",
            "'retry: 5||'", "': hello||'", "'event: line|event: line||'", "'id: 4|id: 5||'",
            "'event: dropped|data: {\"after\":1}||'"})
    void whatIsNoFrameOfTheStreamIsFound(String text) {
        hear("logStream", text.replace('|', '\n'));
        assertFalse(faults.isEmpty());
    }

    @Test
    void aStreamWithoutIdsTellsNoPlaceEither() {
        hear("daemonLog", "id: 4\n\n");
        assertFalse(faults.isEmpty());
    }

    @Test
    void whoseALineOfAServiceIsMustBeSaid() {
        hear("serviceLogStream", "event: rotated\ndata: {\"first_available\":4}\n\n");
        assertFalse(faults.isEmpty());
    }

    /** As it comes over the wire: in pieces that end anywhere. */
    private void hear(String operation, String text) {
        Frames frames = exchanges.frames(operation, faults::add);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i += 5) {
            frames.hear(bytes, i, Math.min(5, bytes.length - i));
        }
    }
}
