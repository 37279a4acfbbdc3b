package io.runwisp.output;

import io.runwisp.output.format.LogFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** All logs together: how much they take, and the removal of one with all its files. Links are neither followed nor counted through. */
public final class LogArea {

    private final Path logs;
    private final LogDisk disk;

    /** The logs below a directory, which need not exist. */
    public LogArea(Path logs, LogDisk disk) {
        this.logs = logs;
        this.disk = disk;
    }

    /** Where they are. */
    public Path path() {
        return logs;
    }

    /** What all files take, indexes and rotated segments included. */
    public long bytes() throws IOException {
        Sizes sizes = new Sizes();
        if (disk.exists(logs)) {
            Files.walkFileTree(logs, sizes);
        }
        return sizes.sum;
    }

    /**
     * Removes the log of an ended run, and its directory when it was the last one in there. What is not there any more is no fault.
     *
     * @return the bytes that it had taken
     * @throws IOException when one of its files could not be removed; the others may be gone, and removing it again takes up from there
     */
    public long remove(String unit, String fileName) throws IOException {
        Path directory = logs.resolve(LogFiles.directoryName(unit));
        if (!disk.exists(directory)) {
            return 0;
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(directory.toString());
        }
        if (fileName.indexOf('/') >= 0 || !fileName.endsWith(".log")) {
            throw new IOException("«" + fileName + "» is not the name of a log");
        }
        long freed = 0;
        for (Path file : LogFiles.in(directory, fileName).all()) {
            long size = size(file);
            disk.delete(file);
            freed += size;
        }
        removeIfEmpty(directory);
        return freed;
    }

    /** Removes the directories of units that have no logs. */
    public void removeEmptyDirectories() {
        try (DirectoryStream<Path> units = Files.newDirectoryStream(logs,
                unit -> Files.isDirectory(unit, LinkOption.NOFOLLOW_LINKS))) {
            units.forEach(this::removeIfEmpty);
        } catch (IOException e) {
            // An empty directory harms nobody; whoever cannot list this one hears of it when a log is opened.
        }
    }

    private void removeIfEmpty(Path directory) {
        try {
            disk.delete(directory);
        } catch (IOException e) {
            // It is not empty: that is the usual case.
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).size();
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static final class Sizes extends SimpleFileVisitor<Path> {

        private long sum;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sum += attributes.isRegularFile() ? attributes.size() : 0;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw fault;
        }
    }
}
