package io.runwisp.notify.channel;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes texts short enough, never through a character or an escape of it. What was cut is told by an ellipsis, and counted with the rest. */
final class Clip {

    private static final String ELLIPSIS = "…";
    private static final char REPLACEMENT = '\ufffd';
    private static final int TAIL_LINES = 3;
    private static final int TAIL_BYTES = 300;

    private Clip() {
    }

    /**
     * The beginning of a text, escaped.
     *
     * @param most how many UTF-16 units the result has at most; no provider counts more of them for one character
     */
    static String units(String text, int most, Escape escape) {
        return clipped(text, most, escape, false);
    }

    /** The same, for those that count bytes of UTF-8. */
    static String bytes(String text, int most, Escape escape) {
        return clipped(text, most, escape, true);
    }

    private static String clipped(String text, int most, Escape escape, boolean bytes) {
        StringBuilder kept = new StringBuilder();
        String ellipsis = escape.of(ELLIPSIS);
        int room = most - size(ellipsis, bytes);
        int length = 0;
        int fits = 0;
        for (int at = 0; at < text.length();) {
            int codePoint = text.codePointAt(at);
            String piece = escape.of(codePoint);
            length += size(piece, bytes);
            if (length > most) {
                return room < 0 ? "" : kept.substring(0, fits) + ellipsis;
            }
            kept.append(piece);
            fits = length <= room ? kept.length() : fits;
            at += Character.charCount(codePoint);
        }
        return kept.toString();
    }

    private static int size(String piece, boolean bytes) {
        return bytes ? piece.getBytes(StandardCharsets.UTF_8).length : piece.length();
    }

    /** What a message shows of an output: the last three lines that say something, and the last 300 bytes of these. */
    static String tail(List<String> lines) {
        List<String> saying = lines.stream()
            .map(Clip::clean)
            .map(String::stripTrailing)
            .filter(line -> !line.isBlank())
            .toList();
        String text = String.join("\n", saying.subList(Math.max(0, saying.size() - TAIL_LINES), saying.size()));
        if (size(text, true) <= TAIL_BYTES) {
            return text;
        }
        int at = text.length();
        int room = TAIL_BYTES - size(ELLIPSIS, true);
        while (at > 0) {
            int codePoint = text.codePointBefore(at);
            room -= size(Character.toString(codePoint), true);
            if (room < 0) {
                break;
            }
            at -= Character.charCount(codePoint);
        }
        return ELLIPSIS + text.substring(at);
    }

    /** An output that cannot end the block of code in which it stands: three marks in a row would. */
    static String fenced(String output) {
        return output.replace("``", "`\u200b`");
    }

    /** A text without what no provider takes: half characters, and control characters other than the end of a line. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(codePoint -> {
            boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            boolean control = Character.getType(codePoint) == Character.CONTROL && codePoint != '\n';
            clean.appendCodePoint(half ? REPLACEMENT : control ? ' ' : codePoint);
        });
        return clean.toString();
    }

    /** The same in one line, without blanks around it. */
    static String line(String text) {
        return clean(text).replace('\n', ' ').replace('\u2028', ' ').replace('\u2029', ' ').strip();
    }
}
