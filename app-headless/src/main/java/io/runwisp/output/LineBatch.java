package io.runwisp.output;

import io.runwisp.output.format.LogStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines as they will stand in the file, on their way there. */
final class LineBatch {

    /** From this many bytes on it is time to write. */
    static final int FULL = 64 * 1024;

    private static final LineRoom NONE = new LineRoom(0, 0);

    private final LineRoom.Pool pool;
    private LineRoom room = NONE;
    private int length;
    private int count;

    LineBatch(LineRoom.Pool pool) {
        this.pool = pool;
    }

    void add(LogStream stream, byte[] text, int from, int to, boolean continued, long millis) {
        int end = length + stream.prefixLength() + to - from + 1;
        if (count == 0 && room == NONE) {
            room = pool.borrow();
        }
        room.grow(end, count);
        byte[] bytes = room.bytes;
        int at = stream == LogStream.STDOUT ? length : stream.putPrefix(bytes, length);
        System.arraycopy(text, from, bytes, at, to - from);
        bytes[end - 1] = '\n';
        room.ends[count] = end;
        room.streams[count] = stream;
        room.continuing[count] = continued;
        room.millis[count] = millis;
        count++;
        length = end;
    }

    byte[] bytes() {
        return room.bytes;
    }

    int length() {
        return length;
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return length >= FULL;
    }

    /** Forgets the lines that do not end within a number of bytes, and says how many bytes the others have. */
    int keepWithin(long most) {
        while (count > 0 && room.ends[count - 1] > most) {
            count--;
        }
        length = count == 0 ? 0 : room.ends[count - 1];
        return length;
    }

    /** The lines for those who follow, numbered from the first. */
    List<LiveLine> lines(long firstNumber) {
        List<LiveLine> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            LogStream stream = room.streams[i];
            int from = i == 0 ? 0 : room.ends[i - 1];
            int text = from + stream.prefixLength();
            lines.add(new LiveLine(firstNumber + i, room.millis[i], stream,
                    new String(room.bytes, text, room.ends[i] - 1 - text, StandardCharsets.UTF_8), room.continuing[i],
                    room.ends[i] - from));
        }
        return lines;
    }

    /** Between two chunks a log needs no room: the next log may have it. */
    void clear() {
        pool.giveBack(room);
        room = NONE;
        length = 0;
        count = 0;
    }
}
