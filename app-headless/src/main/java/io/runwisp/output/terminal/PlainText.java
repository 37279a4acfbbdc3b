package io.runwisp.output.terminal;

import java.util.List;

/** The lines of a stream as long as they are plain text: printable characters of whole UTF-8 and TABs, ended by LF or CR LF. */
final class PlainText {

    private static final int SNAPSHOT_BYTES = 4096;
    private static final int FIRST_C1_LEAD = 0xC2;
    private static final int FIRST_BEHIND_C1 = 0xA0;
    private static final boolean[] ORDINARY = new boolean[256];

    static {
        for (int b = 0x20; b < 0x7F; b++) {
            ORDINARY[b] = true;
        }
        ORDINARY['\t'] = true;
    }

    private final Redactor redactor;
    private final LineOutput output;
    private final ScreenFeed screen;
    private final GrowingBytes pending = new GrowingBytes();
    private final GrowingBytes clean = new GrowingBytes();

    PlainText(Redactor redactor, LineOutput output, ScreenFeed screen) {
        this.redactor = redactor;
        this.output = output;
        this.screen = screen;
    }

    /**
     * Takes bytes until they are used up, or until one that is not plain text: then the screen goes on from there.
     *
     * @param last whether no more will come
     * @return the index of the first byte that was not taken
     */
    int feed(byte[] bytes, int from, int to, boolean last) {
        int start = from;
        int i = from;
        while (true) {
            while (i < to && ORDINARY[bytes[i] & 0xFF]) {
                i++;
            }
            if (i == to) {
                keep(bytes, start, to);
                return to;
            }
            if (bytes[i] == '\n') {
                line(bytes, start, i);
                i++;
                start = i;
                continue;
            }
            int length = bytes[i] == '\r' ? lineEnd(bytes, i, to) : character(bytes, i, to);
            if (length <= 0) {
                keep(bytes, start, i);
                if (length < 0 || last) {
                    screen.begin(pending);
                    pending.clear();
                }
                return i;
            }
            if (bytes[i] == '\r') {
                line(bytes, start, i);
                start = i + length;
            }
            i += length;
        }
    }

    /** No more bytes come. */
    void end() {
        if (!pending.isEmpty()) {
            commit(pending.array(), 0, pending.length());
            pending.clear();
        }
    }

    /** The unfinished line, as it may be shown. */
    List<String> snapshot() {
        if (pending.isEmpty()) {
            return List.of();
        }
        byte[] bytes = pending.array();
        int end = pending.length() <= SNAPSHOT_BYTES ? pending.length() : Utf8.boundary(bytes, 0, SNAPSHOT_BYTES);
        clean.clear();
        redactor.copy(bytes, 0, redactor.cut(bytes, 0, end), clean);
        return List.of(clean.text());
    }

    /** The length of CR LF; 0 when the byte after the CR is not known yet, negative when it is another one. */
    private static int lineEnd(byte[] bytes, int at, int to) {
        if (at + 1 == to) {
            return 0;
        }
        return bytes[at + 1] == '\n' ? 2 : -1;
    }

    /** The length of a character; 0 when it is not complete, negative when it is no plain text. */
    private static int character(byte[] bytes, int at, int to) {
        if (bytes[at] >= 0) {
            return -1;
        }
        int length = Utf8.length(bytes, at, to);
        boolean control = length == 2 && (bytes[at] & 0xFF) == FIRST_C1_LEAD
                && (bytes[at + 1] & 0xFF) < FIRST_BEHIND_C1;
        return control ? -1 : length;
    }

    private void line(byte[] bytes, int from, int to) {
        if (pending.isEmpty()) {
            commit(bytes, from, to);
        } else {
            pending.add(bytes, from, to);
            commit(pending.array(), 0, pending.length());
            pending.clear();
        }
    }

    private void keep(byte[] bytes, int from, int to) {
        pending.add(bytes, from, to);
        while (pending.length() > StreamText.LONGEST_LINE) {
            pending.removeFirst(part(pending.array(), 0));
        }
    }

    private void commit(byte[] bytes, int from, int to) {
        int done = from;
        while (to - done > StreamText.LONGEST_LINE) {
            done = part(bytes, done);
        }
        if (redactor.find(bytes, done, to).isEmpty()) {
            output.line(bytes, done, to);
        } else {
            clean.clear();
            redactor.copy(bytes, done, to, clean);
            output.line(clean.array(), 0, clean.length());
            clean.clear();
        }
    }

    /** Commits as much of a line as it may have at most, and says where the rest begins. The same bytes are always cut at the same place. */
    private int part(byte[] bytes, int from) {
        int end = Utf8.boundary(bytes, from, from + StreamText.LONGEST_LINE);
        int cut = redactor.cut(bytes, from, end);
        cut = cut == from ? end : cut;
        clean.clear();
        redactor.copy(bytes, from, cut, clean);
        output.part(clean.array(), 0, clean.length());
        clean.clear();
        return cut;
    }
}
