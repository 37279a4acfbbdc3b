package io.runwisp.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A stream that remembers why it first failed and swallows what comes after: a print stream forgets the reason. */
final class StandardStream extends OutputStream {

    private final OutputStream target;
    private @Nullable IOException failure;

    StandardStream(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int octet) {
        write(new byte[]{(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        if (failure != null) {
            return;
        }
        try {
            target.write(octets, offset, length);
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Why writing failed, or null while it works. */
    @Nullable
    IOException failure() {
        return failure;
    }
}
