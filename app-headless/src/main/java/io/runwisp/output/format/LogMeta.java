package io.runwisp.output.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the meta file of a log says. It is written at each rotation and at the end; a log without one was never rotated and has not ended in order.
 *
 * @param rotatedLines lines before the current segment: the absolute number of its first line ({@code rl})
 * @param rotatedBytes bytes before the current segment, over all rotations ({@code rb})
 * @param previousStart the absolute number of the first line of the previous segment, when there is one ({@code ps})
 * @param segmentLines the lines of the current segment ({@code fl}): final when {@code finished}; without it a rotation of exactly that many lines is
 *     under way, and it is through as soon as the text has its new name
 * @param finished whether the log has ended in order ({@code fin})
 */
public record LogMeta(long rotatedLines, long rotatedBytes, OptionalLong previousStart, OptionalLong segmentLines,
        boolean finished) {

    /** What holds where there is no meta file. */
    public static final LogMeta NONE = new LogMeta(0, 0, OptionalLong.empty(), OptionalLong.empty(), false);

    private static final int LONGEST = 4096;
    private static final Pattern FIELD = Pattern
        .compile("\"(rl|rb|ps|fl|fin)\"\\s*:\\s*(\\d{1,18}|true|false|null)\\s*[,}]");

    /** Reads the file; where there is none, or nothing that can be read, {@link #NONE}. */
    public static LogMeta read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return of(new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return NONE;
        }
    }

    /** Reads the JSON; what is missing is zero, what is unknown is passed over. */
    public static LogMeta of(String json) {
        // A writer that was killed may have left the end of a longer content behind its own.
        Matcher field = FIELD.matcher(json.substring(0, json.indexOf('}') + 1));
        LogMeta meta = NONE;
        while (field.find()) {
            String value = field.group(2);
            boolean number = Character.isDigit(value.charAt(0));
            long count = number ? Long.parseLong(value) : 0;
            OptionalLong optional = number ? OptionalLong.of(count) : OptionalLong.empty();
            meta = switch (field.group(1)) {
                case "rl" ->
                    new LogMeta(count, meta.rotatedBytes, meta.previousStart, meta.segmentLines, meta.finished);
                case "rb" ->
                    new LogMeta(meta.rotatedLines, count, meta.previousStart, meta.segmentLines, meta.finished);
                case "ps" ->
                    new LogMeta(meta.rotatedLines, meta.rotatedBytes, optional, meta.segmentLines, meta.finished);
                case "fl" ->
                    new LogMeta(meta.rotatedLines, meta.rotatedBytes, meta.previousStart, optional, meta.finished);
                default -> new LogMeta(meta.rotatedLines, meta.rotatedBytes, meta.previousStart, meta.segmentLines,
                        value.equals("true"));
            };
        }
        return meta;
    }

    /** The JSON, in the order and without the blanks that every writer of it agrees on. */
    public String json() {
        StringBuilder json = new StringBuilder(80);
        json.append("{\"rl\":").append(rotatedLines).append(",\"rb\":").append(rotatedBytes);
        previousStart.ifPresent(start -> json.append(",\"ps\":").append(start));
        segmentLines.ifPresent(lines -> json.append(",\"fl\":").append(lines));
        return json.append(finished ? ",\"fin\":true}" : "}").toString();
    }

    /** The absolute number of the line after the last one, when the log has ended in order; otherwise the lines must be counted. */
    public OptionalLong totalLines() {
        return finished && segmentLines.isPresent()
                ? OptionalLong.of(rotatedLines + segmentLines.getAsLong())
                : OptionalLong.empty();
    }

    /** Whether the current segment is about to become the previous one. */
    public boolean rotating() {
        return !finished && segmentLines.isPresent();
    }

    /** While a segment is about to be rotated away. */
    public LogMeta beforeRotation(long lines) {
        return new LogMeta(rotatedLines, rotatedBytes, previousStart, OptionalLong.of(lines), false);
    }

    /** After a segment of that size has been rotated away. */
    public LogMeta afterRotation(long lines, long bytes) {
        return new LogMeta(rotatedLines + lines, rotatedBytes + bytes, OptionalLong.of(rotatedLines),
                OptionalLong.empty(), false);
    }

    /** After the end, with that many lines in the current segment. */
    public LogMeta ended(long lines) {
        return new LogMeta(rotatedLines, rotatedBytes, previousStart, OptionalLong.of(lines), true);
    }
}
