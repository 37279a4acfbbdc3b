package io.runwisp.view.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AnsiTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("plain", "plain"),
                Arguments.of("", ""),
                Arguments.of("\u001b[31mred\u001b[0m plain", "[c1]red[] plain"),
                Arguments.of("\u001b[1;92;44mloud\u001b[22mcalm\u001b[39;49mplain",
                        "[c10 g4 bold]loud[c10 g4]calm[]plain"),
                Arguments.of("\u001b[2m\u001b[3m\u001b[4m\u001b[7m\u001b[9mall\u001b[23;24;27;29mdim",
                        "[dim italic underline inverse struck]all[dim]dim"),
                Arguments.of("\u001b[38;5;208morange\u001b[48;5;9mon red", "[c#ff8700]orange[c#ff8700 g9]on red"),
                Arguments.of("\u001b[38;2;1;2;3mtrue", "[c#010203]true"),
                Arguments.of("\u001b[38:2::1:2:3mcolons\u001b[38:5:1mtoo", "[c#010203]colons[c1]too"),
                Arguments.of("\u001b[38;5;255mgrey", "[c#eeeeee]grey"),
                Arguments.of("\u001b[58;5;1;1munderline colour", "[bold]underline colour"),
                Arguments.of("\u001b[mreset", "reset"),
                Arguments.of("\u001b[38;5;999mno such\u001b[38;2;1mshort\u001b[777mnothing", "no suchshortnothing"),
                Arguments.of("\u001b[31;mreset by nothing", "reset by nothing"),
                Arguments.of("\u001b[2Jclear\u001b[?25lhide\u001b[10;10H", "clearhide"),
                Arguments.of("\u001b[>4mprivate\u001b[ mspace", "privatespace"),
                Arguments.of("\u001b]0;title\u0007after\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\", "afterlink"),
                Arguments.of("\u001b]0;never ended", "\u241b]0;never ended"),
                Arguments.of("cut\u001b[31", "cut\u241b[31"),
                Arguments.of("cut\u001b", "cut\u241b"),
                Arguments.of("bad \u001b[3\u0001m", "bad \u241b[3\u2401m"),
                Arguments.of("\u001bcreset of the screen", "\u241bcreset of the screen"),
                Arguments.of("bell\u0007 back\b null\0 del\u007f c1\u009b31m",
                        "bell\u2407 back\u2408 null\u2400 del\u2421 c1\ufffd31m"),
                Arguments.of("turned \u202eevil\u2066", "turned \ufffdevil\ufffd"),
                Arguments.of("a\tb\u001b[1m\tc", "a       b[bold]       c"),
                Arguments.of("\u001b[" + "1;".repeat(200) + "mlong", "\u241b[" + "1;".repeat(200) + "mlong"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void coloursAreTakenAndTheRestIsHarmless(String line, String shown) {
        assertEquals(shown, text(Ansi.spans(line)));
    }

    /** Ten thousand lines of whatever may come. */
    @Test
    void nothingThatControlsAScreenIsLeftInAnyLine() {
        Random random = new Random(5);
        String letters = "\u001b\u001b\u001b[[[;;;::0123456789mmmHJ]P\u0007\\\u0001\u009b\u202e\u2028\tabü\ud83d\ude00";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int at = random.nextInt(60); at > 0; at--) {
                line.append(letters.charAt(random.nextInt(letters.length())));
            }
            String plain = Ansi.plain(line.toString());
            assertTrue(plain.chars()
                .noneMatch(letter -> letter < ' ' || letter >= 0x7f && letter < 0xa0
                        || letter >= 0x202a && letter <= 0x202e),
                    plain);
            assertEquals(plain, Ansi.plain(plain), "what is plain stays so");
            assertEquals(plain, Ansi.spans(line.toString()).stream().map(Span::text).collect(Collectors.joining()));
        }
    }

    private static String text(List<Span> spans) {
        Style before = Style.PLAIN;
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            if (!span.style().equals(before)) {
                text.append('[').append(words(span.style())).append(']');
            }
            before = span.style();
            text.append(span.text());
        }
        return text.toString();
    }

    private static String words(Style style) {
        return Stream.of(colour("c", style.colour()), colour("g", style.ground()), style.bold() ? "bold" : "",
                style.dim() ? "dim" : "", style.italic() ? "italic" : "", style.underline() ? "underline" : "",
                style.inverse() ? "inverse" : "", style.struck() ? "struck" : "")
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    }

    private static String colour(String what, @Nullable Colour colour) {
        if (colour == null) {
            return "";
        }
        return what + (colour.palette() >= 0 ? Integer.toString(colour.palette()) : "#%06x".formatted(colour.rgb()));
    }
}
