package io.runwisp.api.http;

import io.runwisp.client.ApiProblem;
import io.runwisp.model.Word;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.ProblemItem;
import io.runwisp.wire.json.WireFault;
import io.runwisp.wire.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request says, held against what the operation takes. What is wrong is collected; {@link #check} refuses all of it at once, and must be called before anything
 * is done.
 */
public final class Input {

    private static final Pattern UNIT = Pattern.compile("[a-zA-Z0-9._:-]{1,100}");
    private static final Pattern DOTS = Pattern.compile("\\.+");
    private static final Pattern ULID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
    /** Times beyond these have no neighbours that could be told. */
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-30T23:59:59Z");
    private static final int MOST_SHOWN = 100;
    private static final int MOST_PROBLEMS = 20;
    private static final String JSON = "application/json";

    private final Request request;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final int bodyLimit;
    private final List<ProblemItem> problems = new ArrayList<>();

    Input(Request request, Map<String, String> path, Map<String, String> query, int bodyLimit) {
        this.request = request;
        this.path = path;
        this.query = query;
        this.bodyLimit = bodyLimit;
    }

    Request request() {
        return request;
    }

    /** A part of the path. */
    public String inPath(String name) {
        return path.getOrDefault(name, "");
    }

    /** What the query says: names and values. */
    public Map<String, String> query() {
        return Collections.unmodifiableMap(query);
    }

    /** The name of a unit in the path. */
    String unit() {
        return inPath("taskName", UNIT, "a name: letters, digits, . _ - and :, 1 to 100 characters");
    }

    /** The id of a run in the path. */
    String run() {
        return inPath("runId", ULID, "an id: 26 characters of a ULID");
    }

    /** The id of a row of the bell in the path. */
    String notification() {
        return inPath("notificationId", ULID, "an id: 26 characters of a ULID");
    }

    /** A word of the path. */
    String pathWord(String name, List<String> words) {
        String value = path.getOrDefault(name, "");
        if (!words.contains(value)) {
            wrong("path." + name, value, "one of " + String.join(", ", words));
        }
        return value;
    }

    private String inPath(String name, Pattern shape, String expected) {
        String value = path.getOrDefault(name, "");
        if (!shape.matcher(value).matches() || DOTS.matcher(value).matches()) {
            wrong("path." + name, value, expected);
        }
        return value;
    }

    /** A parameter as it is, or null. */
    public @Nullable String text(String name) {
        return query.get(name);
    }

    /** A text within these lengths, or null. */
    @Nullable
    String text(String name, int least, int most) {
        String value = query.get(name);
        int length = value == null ? least : value.codePointCount(0, value.length());
        if (length < least || length > most) {
            wrong("query." + name, value, least + " to " + most + " characters");
        }
        return value;
    }

    /** A text that must be there. */
    String needed(String name, int least, int most) {
        String value = text(name, least, most);
        if (value == null) {
            wrong("query." + name, null, "a text of " + least + " to " + most + " characters");
            return "";
        }
        return value;
    }

    /** The name of a unit, or null. */
    @Nullable
    String unitName(String name) {
        return shaped(name, UNIT, "the name of a unit");
    }

    /** The id of a run, or null. */
    @Nullable
    String ulid(String name) {
        return shaped(name, ULID, "an id: 26 characters of a ULID");
    }

    private @Nullable String shaped(String name, Pattern shape, String expected) {
        String value = query.get(name);
        if (value != null && !shape.matcher(value).matches()) {
            wrong("query." + name, value, expected);
        }
        return value;
    }

    int number(String name, int least, int most, int usual) {
        Long value = number(name, least, (long) most);
        return value == null ? usual : value.intValue();
    }

    @Nullable
    Long number(String name, long least, long most) {
        String value = query.get(name);
        if (value == null) {
            return null;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is refused like one that is out of bounds.
        }
        wrong("query." + name, value, least == Long.MIN_VALUE
                ? "a whole number"
                : most == Long.MAX_VALUE ? "a whole number, " + least + " or more"
                        : "a whole number, " + least + " to " + most);
        return null;
    }

    @Nullable
    Integer integer(String name) {
        Long value = number(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return value == null ? null : value.intValue();
    }

    boolean flag(String name) {
        String value = query.get(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            wrong("query." + name, value, "true or false");
        }
        return "true".equals(value);
    }

    @Nullable
    Instant instant(String name) {
        String value = query.get(name);
        if (value == null) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(value).toInstant();
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // It is refused like one that is out of bounds.
        }
        wrong("query." + name, value, "a time like 2026-11-20T02:30:00Z, from 1970 to 9999");
        return null;
    }

    /** One of the words of a type; an empty text is none. */
    <T extends Enum<T> & Word> @Nullable T word(String name, Class<T> type) {
        String value = query.get(name);
        if (value == null || value.isEmpty()) {
            return null;
        }
        Optional<T> found = Word.find(type.getEnumConstants(), value);
        if (found.isEmpty()) {
            wrong("query." + name, value,
                    "one of " + String.join(", ", Arrays.stream(type.getEnumConstants()).map(Word::word).toList()));
        }
        return found.orElse(null);
    }

    /** The body, which must be there. */
    public <T extends Record> T body(Class<T> type) {
        return Optional.ofNullable(optionalBody(type))
            .orElseThrow(() -> new ApiProblem(Problem.of(ProblemCode.MALFORMED_BODY,
                    "The body is empty. Send one JSON value, with Content-Type: " + JSON + ".")));
    }

    /** The body, or null when there is none. */
    <T extends Record> @Nullable T optionalBody(Class<T> type) {
        return optionalBody(type, WireJson::readStrictly);
    }

    /** The body of somebody who writes for others as well, or null when there is none: what is not known here is passed over. */
    <T extends Record> @Nullable T foreignBody(Class<T> type) {
        return optionalBody(type, WireJson::read);
    }

    private <T extends Record> @Nullable T optionalBody(Class<T> type, BiFunction<Class<T>, byte[], T> reading) {
        byte[] bytes;
        try {
            bytes = request.body(bodyLimit);
        } catch (IOException e) {
            throw new UncheckedIOException("the body did not come", e);
        }
        if (bytes.length == 0) {
            return null;
        }
        String media = request.header("Content-Type");
        int end = media.indexOf(';');
        if (!(end < 0 ? media : media.substring(0, end)).strip().equalsIgnoreCase(JSON)) {
            throw new ApiProblem(Problem.of(ProblemCode.MEDIA_TYPE_UNSUPPORTED,
                    "Send the body with Content-Type: " + JSON + "."));
        }
        if (bytes.length > bodyLimit) {
            throw new ApiProblem(Problem.of(ProblemCode.BODY_TOO_LARGE,
                    "The body has more than the " + bodyLimit + " bytes that this operation takes."));
        }
        try {
            return reading.apply(type, bytes);
        } catch (WireFault e) {
            throw new ApiProblem(Problem.of(e));
        }
    }

    /** Notes that something is not as it must be. */
    void wrong(String location, @Nullable String value, String expected) {
        String shown = value == null || value.length() <= MOST_SHOWN ? value
                : value.substring(0, MOST_SHOWN) + "\u2026";
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new ProblemItem("must be " + expected, location, shown));
        }
    }

    /** Refuses what is wrong. */
    void check() {
        if (!problems.isEmpty()) {
            ProblemItem first = problems.getFirst();
            throw new ApiProblem(Problem.of(ProblemCode.INVALID_REQUEST,
                    first.location() + " " + first.message()
                            + (problems.size() == 1 ? "." : ", and " + (problems.size() - 1) + " more; see errors."),
                    problems));
        }
    }
}
