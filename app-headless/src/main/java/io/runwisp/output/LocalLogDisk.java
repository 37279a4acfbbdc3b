package io.runwisp.output;

import io.runwisp.data.FileMode;
import io.runwisp.data.SafeFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The disk of this machine. */
public final class LocalLogDisk implements LogDisk {

    @Override
    public void makeDirectory(Path directory) throws IOException {
        SafeFiles.createDirectory(directory);
    }

    @Override
    public LogFile create(Path file) throws IOException {
        return new ChannelFile(SafeFiles.create(file, FileMode.READABLE));
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        SafeFiles.createFile(file, FileMode.READABLE);
        try (FileChannel channel = SafeFiles.openForWriting(file)) {
            // In place and at once, not through a second file: its readers stop at the end of what is written here.
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.truncate(content.length);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public long freeBytes(Path directory) throws IOException {
        // Asks the system at once, where a file store reads the table of all mounts first. But it has one answer for nothing and for no answer.
        long free = directory.toFile().getUsableSpace();
        return free > 0 ? free : Files.getFileStore(directory).getUsableSpace();
    }

    private record ChannelFile(FileChannel channel) implements LogFile {

        @Override
        public void append(byte[] bytes, int from, int to) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, to - from);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void sync() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
