package io.runwisp.output.read;

import io.runwisp.output.read.segment.LogSource;
import io.runwisp.output.read.segment.OpenLog;
import io.runwisp.output.read.segment.Segment;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.WritableByteChannel;

/**
 * The whole of a log as one text, byte for byte as it lies on disk: the previous segment, then the current one. Both are open before the first byte is sent,
 * so neither a rotation nor a deletion changes what is sent; what is written later is not part of it. Belongs to the thread that opened it.
 */
public final class LogDownload implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;

    private final LogSource source;
    private final OpenLog log;

    private LogDownload(LogSource source, OpenLog log) {
        this.source = source;
        this.log = log;
    }

    /** Opens a log for download. */
    public static LogDownload open(LogSource source) throws IOException {
        return new LogDownload(source, OpenLog.open(source));
    }

    /** What the file should be called where it is saved. */
    public String fileName() {
        return String.valueOf(source.files().log().getFileName());
    }

    /** How many bytes it has. */
    public long size() {
        return log.segments().stream().mapToLong(Segment::endOffset).sum();
    }

    /** Sends everything, without a copy in this process where the system can do that. */
    public void writeTo(WritableByteChannel target) throws IOException {
        for (Segment segment : log.segments()) {
            long end = segment.endOffset();
            for (long sent = 0; sent < end;) {
                long count = segment.channel().transferTo(sent, end - sent, target);
                if (count <= 0 && segment.channel().size() < end) {
                    throw cutShort(sent, end);
                }
                sent += count;
            }
        }
    }

    /** Sends everything, block by block. */
    public void writeTo(OutputStream target) throws IOException {
        byte[] block = new byte[BLOCK];
        for (Segment segment : log.segments()) {
            long end = segment.endOffset();
            for (long sent = 0; sent < end;) {
                int count = segment.read(block, 0, BLOCK, sent);
                if (count == 0) {
                    throw cutShort(sent, end);
                }
                target.write(block, 0, count);
                sent += count;
            }
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private EOFException cutShort(long sent, long end) {
        return new EOFException(source.files().log() + " was cut to " + sent + " of " + end
                + " bytes by somebody else while it was being sent.");
    }
}
