package io.runwisp.web;

import io.runwisp.client.ApiProblem;
import io.runwisp.view.screen.ScreenKind;
import io.runwisp.view.words.Now;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.ProblemItem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see. Whoever wants the same gets the same.
 *
 * @param query what it shall show, by the keys of the screen
 * @param zone where whoever looks is
 */
record Wanted(ScreenKind screen, Map<String, String> query, ZoneId zone) {

    private static final int LONGEST = 500;
    private static final Map<String, Pattern> SHAPES = Map.of("id", ulid(), "left", ulid(), "right", ulid(), "before",
            ulid(), "name", unit(), "unit", unit(), "search", Pattern.compile("(?s).{0,100}"), "q",
            Pattern.compile("(?s).{0,200}"), "rows", Pattern.compile("[1-9]|[1-4][0-9]|50"));

    Wanted {
        query = Map.copyOf(query);
    }

    /**
     * Reads it.
     *
     * @param zone null for that of the daemon
     * @throws ApiProblem {@code invalid_request}
     */
    static Wanted of(ScreenKind screen, Map<String, String> query, @Nullable String zone, ZoneId usual) {
        query.forEach((key, value) -> {
            if (!screen.keys().contains(key)) {
                throw invalid("query." + key, "is not known here; known are " + screen.keys());
            }
            Pattern shape = SHAPES.get(key);
            if (value.length() > LONGEST || shape != null && !value.isEmpty() && !shape.matcher(value).matches()) {
                throw invalid("query." + key, "is not what it must be, or too long");
            }
        });
        return new Wanted(screen, query, zone == null ? usual : zone(zone));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw invalid("zone", "must be a zone such as Europe/Vienna");
        }
    }

    private static Pattern ulid() {
        return Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
    }

    private static Pattern unit() {
        return Pattern.compile("[a-zA-Z0-9._:-]{1,100}");
    }

    /** A value, if there is one. */
    Optional<String> value(String key) {
        return Optional.ofNullable(query.get(key)).filter(value -> !value.isEmpty());
    }

    /** A value that must be there. */
    String needed(String key) {
        return value(key).orElseThrow(() -> invalid("query." + key, "must be there"));
    }

    /** The query as it stands in an address. */
    String address() {
        return new TreeMap<>(query).entrySet()
            .stream()
            .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    }

    Now at(Instant now) {
        return new Now(now, zone);
    }

    static ApiProblem invalid(String place, String what) {
        return new ApiProblem(Problem.of(ProblemCode.INVALID_REQUEST, place + " " + what + ".",
                List.of(new ProblemItem(what, place, null))));
    }
}
