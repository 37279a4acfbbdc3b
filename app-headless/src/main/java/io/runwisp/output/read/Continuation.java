package io.runwisp.output.read;

import io.runwisp.output.format.LogStream;
import io.runwisp.output.read.segment.LineCursor;
import io.runwisp.output.read.segment.Segment;
import io.runwisp.output.terminal.StreamText;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tells which lines go on with the one before. The file does not say it, but a line is cut only when it has reached the greatest length, so a line of that
 * length goes on in the next line of its stream.
 */
final class Continuation {

    /** How much shorter a cut line can be: a character and a style are never cut in two. */
    private static final int SLACK = 256;
    private static final long CUT_FROM = StreamText.LONGEST_LINE - SLACK;
    private static final int LOOK_BACK = 2 * StreamText.LONGEST_LINE;

    private final Map<LogStream, Boolean> cut = new EnumMap<>(LogStream.class);

    /** Looks at what stands before an offset, as far as it can matter. */
    void lookBack(Segment segment, long offset) throws IOException {
        LineCursor cursor = new LineCursor(segment, Math.max(0, offset - LOOK_BACK));
        boolean midLine = offset > LOOK_BACK;
        long at = Math.max(0, offset - LOOK_BACK);
        while (at < offset && cursor.advance()) {
            LogStream.Tag tag = LogStream.tag(cursor.bytes(), cursor.from(), cursor.to());
            if (!midLine) {
                take(tag.stream(), cursor.length() - (tag.textFrom() - cursor.from()));
            }
            midLine = false;
            at += cursor.length() + 1;
        }
    }

    /** Takes the next line, with the length of its text in bytes, and says whether it goes on with the one before. */
    boolean take(LogStream stream, long length) {
        Boolean continued = cut.put(stream, length >= CUT_FROM);
        return continued != null && continued;
    }
}
