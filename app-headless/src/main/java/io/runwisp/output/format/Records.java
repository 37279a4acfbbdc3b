package io.runwisp.output.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The whole records of an index file, little-endian, in memory. A cut last record is left out, a missing file has none. */
final class Records {

    private final ByteBuffer bytes;
    private final int count;

    Records(ByteBuffer content, int length) {
        count = content.remaining() / length;
        bytes = content.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    static Records read(Path file, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long whole = channel.size() / length * length;
            ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(whole));
            while (content.hasRemaining() && channel.read(content) >= 0) {
                // Reads until the size that was seen is there: the writer may be adding to the file.
            }
            return new Records(content.flip(), length);
        } catch (NoSuchFileException e) {
            return new Records(ByteBuffer.allocate(0), length);
        }
    }

    int count() {
        return count;
    }

    long longAt(int offset) {
        return bytes.getLong(offset);
    }

    long unsignedIntAt(int offset) {
        return Integer.toUnsignedLong(bytes.getInt(offset));
    }
}
