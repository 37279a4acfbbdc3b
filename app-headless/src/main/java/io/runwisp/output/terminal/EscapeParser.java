package io.runwisp.output.terminal;

/** Takes escape sequences byte by byte. What is malformed or too long ends it: a process cannot make the parser swallow its output for ever. */
final class EscapeParser {

    /** What came of a byte. */
    enum Step {
        /** It belongs to the sequence, more belong to it. */
        MORE,
        /** It was the last of a sequence without effect here. */
        DROPPED,
        /** It was the last of a control sequence, which can be asked for now. */
        CONTROL,
        /** It was the last of a two-byte escape; its final byte can be asked for now. */
        ESCAPE,
        /** It does not belong to the sequence, which is dropped: the byte still has to be taken. */
        REFUSED
    }

    private enum State {
        NONE, ESCAPE, INTERMEDIATE, CONTROL, STRING, STRING_ESCAPE
    }

    private static final int MOST_PARAMETERS = 32;
    private static final int HIGHEST = 65_535;
    private static final int LONGEST_CONTROL = 256;
    private static final int LONGEST_STRING = 4096;
    private static final byte ESC = 0x1B;
    private static final byte BEL = 0x07;
    private static final byte LF = '\n';

    private final int[] parameters = new int[MOST_PARAMETERS];
    private final boolean[] subs = new boolean[MOST_PARAMETERS + 1];
    private State state = State.NONE;
    private int count;
    private int length;
    private byte mark;
    private boolean intermediate;
    private byte last;

    /** Whether bytes belong to a sequence now. */
    boolean isActive() {
        return state != State.NONE;
    }

    /** After the escape character. */
    void begin() {
        state = State.ESCAPE;
        length = 0;
    }

    /** Forgets what was begun. */
    void abort() {
        state = State.NONE;
    }

    Step take(byte b) {
        length++;
        return switch (state) {
            case ESCAPE -> afterEscape(b);
            case INTERMEDIATE ->
                b >= 0x20 && b < 0x30 ? Step.MORE : end(b >= 0x30 && b < 0x7F ? Step.DROPPED : Step.REFUSED);
            case CONTROL -> inControl(b);
            case STRING -> inString(b);
            case STRING_ESCAPE -> b == '\\' ? end(Step.DROPPED) : restart(b);
            case NONE -> Step.REFUSED;
        };
    }

    private Step afterEscape(byte b) {
        if (b == '[') {
            state = State.CONTROL;
            count = 0;
            mark = 0;
            intermediate = false;
            subs[0] = false;
            return Step.MORE;
        }
        if (b == ']' || b == 'P' || b == 'X' || b == '^' || b == '_') {
            state = State.STRING;
            return Step.MORE;
        }
        if (b >= 0x20 && b < 0x30) {
            state = State.INTERMEDIATE;
            return Step.MORE;
        }
        last = b;
        return end(b >= 0x30 && b < 0x7F ? Step.ESCAPE : Step.REFUSED);
    }

    private Step inControl(byte b) {
        if (b >= '0' && b <= '9') {
            if (count == 0) {
                open(false);
            }
            parameters[count - 1] = Math.min(HIGHEST, parameters[count - 1] * 10 + b - '0');
        } else if (b == ';' || b == ':') {
            if (count == 0) {
                open(false);
            }
            open(b == ':');
        } else if (b >= '<' && b <= '?') {
            mark = b;
        } else if (b >= 0x20 && b < 0x30) {
            intermediate = true;
        } else if (b >= 0x40 && b < 0x7F) {
            last = b;
            return end(intermediate ? Step.DROPPED : Step.CONTROL);
        } else {
            return end(Step.REFUSED);
        }
        return length > LONGEST_CONTROL ? end(Step.DROPPED) : Step.MORE;
    }

    private void open(boolean sub) {
        // What is beyond the last parameter is read into it: no sequence with an effect here has as many.
        count = Math.min(count + 1, MOST_PARAMETERS);
        parameters[count - 1] = 0;
        subs[count - 1] = sub;
    }

    private Step inString(byte b) {
        if (b == BEL) {
            return end(Step.DROPPED);
        }
        if (b == ESC) {
            state = State.STRING_ESCAPE;
            return Step.MORE;
        }
        if (b == LF || length > LONGEST_STRING) {
            return end(Step.REFUSED);
        }
        return Step.MORE;
    }

    private Step restart(byte b) {
        begin();
        return afterEscape(b);
    }

    private Step end(Step step) {
        state = State.NONE;
        return step;
    }

    /** The last byte of the sequence that has ended: what it does. */
    byte last() {
        return last;
    }

    /** Whether the control sequence begins with {@code ?}. */
    boolean isPrivate() {
        return mark == '?';
    }

    /** Whether the control sequence is of another kind that has no effect here. */
    boolean isForeign() {
        return mark != 0 && mark != '?';
    }

    /** How many parameters the control sequence has. */
    int count() {
        return count;
    }

    /** A parameter, or what holds when it is not there. */
    int parameter(int index, int absent) {
        return index >= 0 && index < count ? parameters[index] : absent;
    }

    /** A parameter that counts something: absent and 0 mean 1. */
    int amount(int index) {
        return Math.max(1, parameter(index, 1));
    }

    /** Whether a parameter was joined to the one before by a colon. */
    boolean isSub(int index) {
        return index < count && subs[index];
    }
}
