package io.runwisp.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** The disk of this machine, failing on request. */
public final class FaultyLogDisk implements LogDisk {

    private final LogDisk disk = new LocalLogDisk();
    private long freeBytes = Long.MAX_VALUE;
    private long room = Long.MAX_VALUE;
    private Predicate<Path> unnameable = path -> false;
    private Predicate<Path> uncreatable = path -> false;
    private Predicate<Path> undeletable = path -> false;
    private Interference beforeFirstCreate = file -> {
    };
    private Runnable delay = () -> {
    };
    private boolean syncFails;
    private int steps = Integer.MAX_VALUE;
    private int syncs;

    /** Stands for the end of the process: nothing after it happens. */
    public static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }

    /** What somebody else does to the disk. */
    public interface Interference {

        /** Is about to create a file. */
        void happen(Path file) throws IOException;
    }

    /** Happens before a file is created, once. */
    public void onCreate(Interference interference) {
        beforeFirstCreate = interference;
    }

    /** Sets what the disk says it has left. */
    public void freeBytes(long bytes) {
        freeBytes = bytes;
    }

    /** The disk takes so many more bytes of lines and indexes. */
    public void fullAfter(long bytes) {
        room = bytes;
    }

    /** Files that cannot be renamed. */
    public void failRename(Predicate<Path> from) {
        unnameable = from;
    }

    /** Files that cannot be created. */
    public void failCreate(Predicate<Path> file) {
        uncreatable = file;
    }

    /** Files that cannot be removed. */
    public void failDelete(Predicate<Path> file) {
        undeletable = file;
    }

    /** Each time something reaches the disk, this runs before: it may block or move a clock. */
    public void slow(Runnable beforeEachWrite) {
        delay = beforeEachWrite;
    }

    /** What is written does not reach the disk. */
    public void failSync(boolean fails) {
        syncFails = fails;
    }

    /** The process ends within the step of this number; a write is done by half. */
    public void killIn(int step) {
        steps = step;
    }

    /** How often something was forced to the disk. */
    public int syncs() {
        return syncs;
    }

    private boolean isLastStep() {
        return steps-- == 0;
    }

    private void step() {
        if (isLastStep()) {
            throw new Killed();
        }
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        disk.makeDirectory(directory);
    }

    @Override
    public LogFile create(Path file) throws IOException {
        step();
        Interference interference = beforeFirstCreate;
        beforeFirstCreate = untouched -> {
        };
        interference.happen(file);
        if (uncreatable.test(file)) {
            throw new IOException("No space left on device");
        }
        return new FaultyFile(disk.create(file));
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        step();
        disk.write(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        if (unnameable.test(from)) {
            throw new IOException("Operation not permitted");
        }
        disk.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        if (undeletable.test(file)) {
            throw new IOException("Operation not permitted");
        }
        disk.delete(file);
    }

    @Override
    public boolean exists(Path file) {
        return disk.exists(file);
    }

    @Override
    public long freeBytes(Path directory) throws IOException {
        return Math.min(freeBytes, disk.freeBytes(directory));
    }

    private final class FaultyFile implements LogFile {

        private final LogFile file;

        FaultyFile(LogFile file) {
            this.file = file;
        }

        @Override
        public void append(byte[] bytes, int from, int to) throws IOException {
            delay.run();
            if (isLastStep()) {
                file.append(bytes, from, from + (to - from) / 2);
                throw new Killed();
            }
            int length = (int) Math.min(to - from, room);
            room -= length;
            file.append(bytes, from, from + length);
            if (length < to - from) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void sync() throws IOException {
            step();
            syncs++;
            if (syncFails) {
                throw new IOException("Input/output error");
            }
            file.sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
