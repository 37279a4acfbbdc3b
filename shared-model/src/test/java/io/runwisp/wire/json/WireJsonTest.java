package io.runwisp.wire.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireJsonTest {

    record Size(int width, @Nullable Integer height) {
    }

    record Note(@Required String title, @Flat @Nullable Size size, long totalBytes, double share, boolean done,
            @Nullable Instant endAt, @Nullable Duration timeout, List<Size> parts, Map<String, @Nullable String> params,
            @Nullable Boolean matchAll) {
    }

    private static final Note LEAST = new Note("a", null, 0, 0, false, null, null, List.of(), Map.of(), null);

    @Test
    void aRecordIsOneLineInSnakeCase() {
        Map<String, @Nullable String> params = new LinkedHashMap<>();
        params.put("A", "1");
        params.put("B", null);
        Note note = new Note("say \"no\"\né", new Size(3, 4), 1L << 40, 0.5, true,
                Instant.parse("2026-11-20T02:30:00.123456789Z"), Duration.ofSeconds(90),
                List.of(new Size(1, null)), Collections.unmodifiableMap(params), false);
        assertEquals("""
            {"title":"say \\"no\\"\\né","width":3,"height":4,"total_bytes":1099511627776,"share":0.5,"done":true,\
            "end_at":"2026-11-20T02:30:00.123Z","timeout":90000000000,"parts":[{"width":1}],\
            "params":{"A":"1","B":null},"match_all":false}""", WireJson.text(note));
    }

    @Test
    void whatIsAbsentIsLeftOutAndAListNever() {
        assertEquals("{\"title\":\"a\",\"total_bytes\":0,\"share\":0.0,\"done\":false,\"parts\":[],\"params\":{}}",
                WireJson.text(LEAST));
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        Note note = new Note("a", new Size(3, null), -7, 1e9, true, Instant.parse("2026-11-20T02:30:00.001Z"),
                Duration.ZERO, List.of(new Size(1, 2), new Size(3, 4)), Map.of("A", "x"), true);
        assertEquals(note, WireJson.read(Note.class, WireJson.bytes(note)));
        assertEquals(List.of(note, LEAST), WireJson.readList(Note.class,
                WireJson.text(List.of(note, LEAST)).getBytes(StandardCharsets.UTF_8)));
        assertEquals("[]", WireJson.text(List.<Note>of()));
    }

    @Test
    void aReaderOfAnswersIgnoresWhatItDoesNotKnowAndForgivesWhatAnOlderDaemonDoesNotSay() {
        assertEquals(LEAST, WireJson.read(Note.class, """
            {"colour":{"deep":[1,{"x":null}]},"title":"a","$schema":"x","parts":null,"end_at":null}"""));
    }

    @Test
    void aTimeMayHaveAnyOffset() {
        assertEquals(Instant.parse("2026-11-20T02:30:00.5Z"),
                WireJson.read(Note.class, "{\"title\":\"a\",\"end_at\":\"2026-11-20T04:30:00.5+02:00\"}").endAt());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}                                              | body.title is required",
            "[]                                              | body must be an object",
            "{\"title\":7}                                   | body.title must be a string",
            "{\"title\":\"a\",\"done\":\"yes\"}              | body.done must be true or false",
            "{\"title\":\"a\",\"total_bytes\":1.5}           | body.total_bytes must be a whole number of at most 64 bits",
            "{\"title\":\"a\",\"total_bytes\":1e3}           | body.total_bytes must be a whole number of at most 64 bits",
            "{\"title\":\"a\",\"total_bytes\":9223372036854775808} | body.total_bytes must be a whole number of at most 64 bits",
            "{\"title\":\"a\",\"width\":2147483648}          | body.width must be a whole number of at most 32 bits",
            "{\"title\":\"a\",\"timeout\":\"5s\"}            | body.timeout must be a whole number of nanoseconds",
            "{\"title\":\"a\",\"share\":\"1\"}               | body.share must be a number",
            "{\"title\":\"a\",\"parts\":{}}                  | body.parts must be a list",
            "{\"title\":\"a\",\"parts\":[{\"width\":1},[2]]} | body.parts[1] must be an object",
            "{\"title\":\"a\",\"parts\":[null]}              | body.parts[0] must be an object",
            "{\"title\":\"a\",\"parts\":[{\"width\":[1]}]}   | body.parts[0].width must be a whole number of at most 32 bits",
            "{\"title\":\"a\",\"params\":{\"A\":{}}}         | body.params.A must be a string or null",
            "{\"title\":\"a\",\"end_at\":\"yesterday\"}      | body.end_at must be a time such as \"2026-11-20T02:30:00Z\"",
            "{\"title\":\"a\",\"end_at\":5}                  | body.end_at must be a time such as \"2026-11-20T02:30:00Z\""})
    void whatIsWrongIsNamedWithItsPlace(String json, String fault) {
        WireFault thrown = assertThrows(WireFault.class, () -> WireJson.read(Note.class, json));
        assertTrue(thrown.isJson());
        assertEquals(fault, thrown.getMessage());
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceUpToABound() {
        WireFault two = assertThrows(WireFault.class,
                () -> WireJson.read(Note.class, "{\"title\":1,\"done\":2}"));
        assertEquals(List.of(new WireFault.Item("body.title", "must be a string"),
                new WireFault.Item("body.done", "must be true or false")), two.items());
        String many = "{\"title\":\"a\",\"parts\":[" + "1,".repeat(1000) + "1]}";
        assertEquals(20, assertThrows(WireFault.class, () -> WireJson.read(Note.class, many)).items().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "{\"title\":\"a\"", "{\"title\":\"a\"}}", "{\"title\":\"a\"} {}",
            "nonsense",
            "{title:\"a\"}", "{'title':'a'}", "{\"title\":\"a\",}", "{\"title\":\"a\u0001\"}", "{\"title\":NaN}"})
    void whatIsNoJsonIsToldApart(String text) {
        assertFalse(assertThrows(WireFault.class, () -> WireJson.read(Note.class, text)).isJson());
    }

    @Test
    void badBytesAndBottomlessTextsAreNoJson() {
        byte[] bad = {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xc3, '(', '"', '}'};
        assertFalse(assertThrows(WireFault.class, () -> WireJson.read(Note.class, bad)).isJson());
        String deep = "{\"x\":" + "[".repeat(100_000);
        assertFalse(assertThrows(WireFault.class, () -> WireJson.read(Note.class, deep)).isJson());
        String longName = "{\"" + "x".repeat(100_000) + "\":1}";
        assertFalse(assertThrows(WireFault.class, () -> WireJson.read(Note.class, longName)).isJson());
    }

    @Test
    void aReaderOfRequestsTakesNothingButWhatItKnows() {
        assertEquals(List.of(new WireFault.Item("body.colour", "is not known here"),
                new WireFault.Item("body.parts[0].depth", "is not known here"),
                new WireFault.Item("body.parts[0].width", "is required"),
                new WireFault.Item("body.total_bytes", "is required"), new WireFault.Item("body.share", "is required"),
                new WireFault.Item("body.done", "is required")),
                strictly("{\"title\":\"a\",\"colour\":[1],\"parts\":[{\"depth\":1}]}").items());
    }

    @Test
    void aFieldThatComesTwiceInARequestIsAFault() {
        assertFalse(strictly("{\"title\":\"a\",\"title\":\"b\"}").isJson());
    }

    @Test
    void aFlatRecordIsThereWhenOneOfItsFieldsIs() {
        assertNull(WireJson.read(Note.class, "{\"title\":\"a\"}").size());
        assertEquals(new Size(0, 4), WireJson.read(Note.class, "{\"title\":\"a\",\"height\":4}").size());
    }

    @Test
    void aNumberThatJsonDoesNotHaveIsNotWritten() {
        Note note = new Note("a", null, 0, Double.NaN, false, null, null, List.of(), Map.of(), null);
        assertThrows(IllegalArgumentException.class, () -> WireJson.text(note));
    }

    private static WireFault strictly(String json) {
        return assertThrows(WireFault.class,
                () -> WireJson.readStrictly(Note.class, json.getBytes(StandardCharsets.UTF_8)));
    }
}
