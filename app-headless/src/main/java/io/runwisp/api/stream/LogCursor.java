package io.runwisp.api.stream;

import io.runwisp.model.RunId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far somebody has come in several logs: the id of a merged stream. As text {@code run:line}, with dots between them.
 *
 * @param lastSeen the number of the last line of each run
 */
public record LogCursor(Map<RunId, Long> lastSeen) {

    /** The longest text that is read. */
    static final int LONGEST = 4096;

    public LogCursor {
        lastSeen = new LinkedHashMap<>(lastSeen);
    }

    /** Reads a text; empty when it is none of ours. */
    public static Optional<LogCursor> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Map<RunId, Long> read = new LinkedHashMap<>();
        for (String part : text.split("\\.", -1)) {
            int colon = part.indexOf(':');
            if (colon < 0 || !RunId.isValid(part.substring(0, colon))) {
                return Optional.empty();
            }
            try {
                read.put(new RunId(part.substring(0, colon)), Long.parseUnsignedLong(part.substring(colon + 1)));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(new LogCursor(read));
    }

    /** Its text. */
    public String text() {
        return lastSeen.entrySet()
            .stream()
            .map(entry -> entry.getKey() + ":" + entry.getValue())
            .collect(Collectors.joining("."));
    }
}
