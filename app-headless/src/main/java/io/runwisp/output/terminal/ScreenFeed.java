package io.runwisp.output.terminal;

import java.util.List;

/**
 * Plays bytes out on a {@link Screen} and watches whether they are text at all: it keeps the bytes of a line until the line is over, so that one that is mostly
 * unreadable can be written as bytes instead.
 */
final class ScreenFeed {

    private static final int MOST_RAW = StreamText.LONGEST_LINE - 4;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETED_PICTURE = 0x2421;
    private static final int LAST_C1 = 0x9F;
    private static final byte DELETE = 0x7F;

    private final Redactor redactor;
    private final LineOutput output;
    private final Screen screen;
    private final EscapeParser parser = new EscapeParser();
    private final GrowingBytes raw = new GrowingBytes();
    private final GrowingBytes binary = new GrowingBytes();
    private boolean active;
    private boolean recording;
    private int unreadable;
    private long styleBefore;

    ScreenFeed(Redactor redactor, LineOutput output) {
        this.redactor = redactor;
        this.output = output;
        this.screen = new Screen(new RowText(redactor, output));
    }

    /** Whether the stream goes through the screen now. */
    boolean isActive() {
        return active;
    }

    /** Takes over in the middle of a line whose beginning was plain text. */
    void begin(GrowingBytes plain) {
        active = true;
        startLine();
        raw.add(plain.array(), 0, plain.length());
        draw(plain.array(), plain.length());
    }

    /**
     * Takes bytes until they are used up or the screen is idle again.
     *
     * @param last whether no more will come, so that a character that is cut off stays so
     * @return the index of the first byte that was not taken: behind a line, or of a character that is not complete yet
     */
    int feed(byte[] bytes, int from, int to, boolean last) {
        int recorded = from;
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (recording && raw.length() + i - recorded > MOST_RAW && b != '\n') {
                raw.add(bytes, recorded, i);
                recorded = i;
                rawFull();
            }
            if (parser.isActive()) {
                i += sequence(b);
            } else if (b >= 0x20 && b != DELETE) {
                int end = endOfText(bytes, i, recording ? Math.min(to, recorded + MOST_RAW - raw.length() + 1) : to);
                screen.put(bytes, i, end);
                i = end;
            } else if (b < 0) {
                int length = Utf8.length(bytes, i, to);
                if (length == 0 && !last) {
                    break;
                }
                i += character(bytes, i, length == 0 ? i - to : length);
            } else if (b == '\n') {
                record(bytes, recorded, i);
                endLine();
                i++;
                recorded = i;
                if (!active) {
                    return i;
                }
            } else {
                control(b);
                i++;
            }
        }
        record(bytes, recorded, i);
        return i;
    }

    /** No more bytes come. */
    void end() {
        if (isBinary()) {
            commitBinary();
        }
        parser.abort();
        screen.end();
        active = false;
        raw.clear();
    }

    List<String> snapshot() {
        return screen.snapshot();
    }

    private static int endOfText(byte[] bytes, int from, int to) {
        int end = from + 1;
        while (end < to && bytes[end] >= 0x20 && bytes[end] != DELETE) {
            end++;
        }
        return end;
    }

    private int sequence(byte b) {
        EscapeParser.Step step = parser.take(b);
        switch (step) {
            case CONTROL -> screen.control(parser);
            case ESCAPE -> screen.escape(parser.last());
            case MORE, DROPPED, REFUSED -> {
                // Nothing to do yet, or at all.
            }
        }
        return step == EscapeParser.Step.REFUSED ? 0 : 1;
    }

    private int character(byte[] bytes, int at, int length) {
        if (length < 0) {
            unreadable -= length;
            screen.put(Utf8.REPLACEMENT);
            return -length;
        }
        int point = Utf8.point(bytes, at, length);
        screen.put(point <= LAST_C1 ? Utf8.REPLACEMENT : point);
        return length;
    }

    private void control(byte b) {
        switch (b) {
            case '\t' -> screen.tab();
            case '\b' -> screen.back();
            case '\r' -> screen.carriageReturn();
            case 0x1B -> parser.begin();
            case DELETE -> screen.put(DELETED_PICTURE);
            default -> screen.put(CONTROL_PICTURES + b);
        }
    }

    private void endLine() {
        if (isBinary()) {
            commitBinary();
        } else {
            screen.lineFeed();
        }
        startLine();
        active = !screen.isIdle();
    }

    private void startLine() {
        raw.clear();
        unreadable = 0;
        recording = !screen.isRedrawing();
        styleBefore = screen.style();
    }

    private void record(byte[] bytes, int from, int to) {
        if (recording) {
            raw.add(bytes, from, to);
        }
    }

    private boolean isBinary() {
        return recording && !screen.isRedrawing() && BinaryText.isBinary(unreadable, raw.length());
    }

    private void commitBinary() {
        writeBinary(raw.length());
        output.line(binary.array(), 0, binary.length());
        binary.clear();
        screen.restart(styleBefore);
    }

    /** As many bytes of a line are kept as a line may have: what they were decides how the line goes on. */
    private void rawFull() {
        if (!isBinary()) {
            recording = false;
            raw.clear();
            return;
        }
        int cut = redactor.isEmpty() ? raw.length() : redactor.cut(raw.array(), 0, raw.length());
        cut = cut == 0 ? raw.length() : cut;
        writeBinary(cut);
        output.part(binary.array(), 0, binary.length());
        binary.clear();
        raw.removeFirst(cut);
        unreadable = 0;
        parser.abort();
        screen.restart(styleBefore);
        draw(raw.array(), raw.length());
    }

    private void writeBinary(int length) {
        binary.clear();
        BinaryText.write(raw.array(), length, redactor, binary);
    }

    /** Draws plain text: whole characters and TABs. */
    private void draw(byte[] plain, int length) {
        int i = 0;
        while (i < length) {
            byte b = plain[i];
            if (b == '\t') {
                screen.tab();
                i++;
            } else if (b >= 0) {
                screen.put(b);
                i++;
            } else {
                i += character(plain, i, Utf8.length(plain, i, length));
            }
        }
    }
}
