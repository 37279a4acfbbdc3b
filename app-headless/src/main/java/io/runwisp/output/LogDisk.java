package io.runwisp.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** What a log needs from a disk. Any thread may use it; a file belongs to the thread that writes it, which must not be interrupted. */
public interface LogDisk {

    /** Makes a directory that only its owner may enter, where there is none; what stands there and is no directory is an error. */
    void makeDirectory(Path directory) throws IOException;

    /** Creates a file that all may read, whatever the umask, and opens it; if anything has that name it fails. */
    LogFile create(Path file) throws IOException;

    /** Makes the content of a small file this one, creating it as {@link #create} would; a link is not followed. */
    void write(Path file, byte[] content) throws IOException;

    /** Gives a file another name, in the place of what had it before. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file or an empty directory, if it is there. */
    void delete(Path file) throws IOException;

    /** Whether anything has this name. */
    boolean exists(Path file);

    /** What the disk of a directory has left. */
    long freeBytes(Path directory) throws IOException;

    /** A file that is written from its beginning. */
    interface LogFile extends Closeable {

        /** Writes at the end. After a failure a part may have been written. */
        void append(byte[] bytes, int from, int to) throws IOException;

        /** How many bytes it has. */
        long size() throws IOException;

        /** Leaves out what stands behind a number of bytes. */
        void truncate(long size) throws IOException;

        /** Returns when everything is on the disk. */
        void sync() throws IOException;
    }
}
