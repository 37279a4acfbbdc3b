package io.runwisp.output.terminal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of one stream as they came, with secrets cut out; held back is only what may be the beginning of one. Belongs to the thread that feeds it. */
public final class RedactedBytes {

    private final Redactor redactor;
    private final Target target;
    private final GrowingBytes held = new GrowingBytes();
    private final GrowingBytes clean = new GrowingBytes();

    /** Hands on to a target what a redactor leaves. */
    public RedactedBytes(Redactor redactor, Target target) {
        this.redactor = redactor;
        this.target = target;
    }

    /** Where the bytes go; they are its own only while it is called. */
    @FunctionalInterface
    public interface Target {

        /** Takes a stretch of bytes. */
        void take(byte[] bytes, int length);
    }

    /** Takes what remains in a chunk. */
    public void take(ByteBuffer chunk) {
        byte[] bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        held.add(bytes, 0, bytes.length);
        int cut = redactor.cut(held.array(), 0, held.length());
        byte[] rest = Arrays.copyOfRange(held.array(), cut, held.length());
        hand(cut);
        held.clear();
        held.add(rest, 0, rest.length);
    }

    /** The stream is at its end: what was held back is no secret. */
    public void end() {
        hand(held.length());
        held.clear();
    }

    private void hand(int length) {
        if (length > 0) {
            clean.clear();
            redactor.copy(held.array(), 0, length, clean);
            target.take(clean.array(), clean.length());
        }
    }
}
