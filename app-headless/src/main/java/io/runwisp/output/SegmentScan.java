package io.runwisp.output;

import io.runwisp.output.format.LineIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The lines of a text, counted from the last entry of its index that can be right.
 *
 * @param lines how many there are, a last one without an end included
 * @param index the index that fits the text
 */
@SuppressWarnings("ArrayRecordComponent") // it lives as long as one repair
record SegmentScan(long lines, byte[] index) {

    private static final int BLOCK = 64 * 1024;

    static SegmentScan of(FileChannel text, LineIndex index) throws IOException {
        long size = text.size();
        int valid = validEntries(text, size, index);
        Offsets offsets = new Offsets();
        for (int i = 0; i < valid; i++) {
            offsets.add(index.offset(i));
        }
        if (valid == 0 && size > 0) {
            offsets.add(0);
        }
        long lines = Math.max(0, valid - 1L) * LineIndex.STRIDE;
        long lineStart = valid == 0 ? 0 : index.offset(valid - 1);
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long at = lineStart; at < size; at += block.limit()) {
            block.clear();
            if (text.read(block, at) <= 0) {
                break;
            }
            block.flip();
            for (int i = 0; i < block.limit(); i++) {
                if (block.get(i) == '\n') {
                    lines++;
                    lineStart = at + i + 1;
                    if (lines % LineIndex.STRIDE == 0 && lineStart < size) {
                        offsets.add(lineStart);
                    }
                }
            }
        }
        return new SegmentScan(lineStart < size ? lines + 1 : lines, offsets.bytes());
    }

    /** Entries that begin at 0, rise, and stand behind a line end. */
    private static int validEntries(FileChannel text, long size, LineIndex index) throws IOException {
        ByteBuffer before = ByteBuffer.allocate(1);
        for (int i = 0; i < index.size(); i++) {
            long offset = index.offset(i);
            boolean rises = i == 0 ? offset == 0 : offset > index.offset(i - 1);
            if (!rises || offset >= size) {
                return i;
            }
            before.clear();
            if (i > 0 && (text.read(before, offset - 1) != 1 || before.get(0) != '\n')) {
                return i;
            }
        }
        return index.size();
    }

    private static final class Offsets {

        private ByteBuffer bytes = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);

        void add(long offset) {
            if (!bytes.hasRemaining()) {
                bytes = ByteBuffer.allocate(2 * bytes.capacity()).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
            }
            bytes.putLong(offset);
        }

        byte[] bytes() {
            byte[] content = new byte[bytes.position()];
            bytes.get(0, content);
            return content;
        }
    }
}
