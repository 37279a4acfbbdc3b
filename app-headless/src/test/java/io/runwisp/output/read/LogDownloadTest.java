package io.runwisp.output.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogDownloadTest {

    @TempDir
    Path directory;

    private WrittenLog log;

    @BeforeEach
    void begin() throws IOException {
        log = new WrittenLog(directory, "20261120_120000_a1b2.log").stdout("a", "b")
            .rotate()
            .stdout("c", "d")
            .rotate()
            .stdout("e");
    }

    @Test
    void bothSegmentsAreSentAsTheyLieOnDisk() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ByteArrayOutputStream channel = new ByteArrayOutputStream();
        Path file = directory.resolve("copy");
        try (LogDownload download = LogDownload.open(log.source());
                FileChannel copy = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            download.writeTo(stream);
            download.writeTo(Channels.newChannel(channel));
            download.writeTo(copy);
            assertEquals(6, download.size());
            assertEquals("20261120_120000_a1b2.log", download.fileName());
        }
        assertEquals("c\nd\ne\n", stream.toString(StandardCharsets.UTF_8));
        assertEquals("c\nd\ne\n", channel.toString(StandardCharsets.UTF_8));
        assertEquals("c\nd\ne\n", Files.readString(file));
    }

    @Test
    void growingRotatingAndDeletingChangeNothingForADownloadUnderWay() throws IOException {
        log.partial("half");
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (LogDownload download = LogDownload.open(log.source())) {
            log.partial(" is whole now\n").rotate().stdout("f").rotate().stdout("g");
            for (Path file : log.files().all()) {
                Files.deleteIfExists(file);
            }
            download.writeTo(sent);
        }
        assertEquals("c\nd\ne\n", sent.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aTextThatSomebodyCutsIsReportedAndNotMadeUp() throws IOException {
        try (LogDownload download = LogDownload.open(log.source())) {
            try (FileChannel cut = FileChannel.open(log.files().previousLog(), StandardOpenOption.WRITE)) {
                cut.truncate(1);
            }
            assertThrows(EOFException.class, () -> download.writeTo(new ByteArrayOutputStream()));
            assertThrows(EOFException.class,
                    () -> download.writeTo(Channels.newChannel(new ByteArrayOutputStream())));
        }
    }

    @Test
    void aRunWithoutALogSendsNothing() throws IOException {
        WrittenLog none = new WrittenLog(directory, "none.log");
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (LogDownload download = LogDownload.open(none.source())) {
            download.writeTo(sent);
        }
        assertArrayEquals(new byte[0], sent.toByteArray());
    }
}
