package io.runwisp.output.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.model.RunId;
import io.runwisp.output.format.LineIndex.Anchor;
import io.runwisp.output.format.LogStream.Tag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFormatTest {

    @TempDir
    private Path directory;

    @Test
    void filesHaveTheNameOfTheTextAndAnEnding() {
        LogFiles files = LogFiles.in(Path.of("/logs/a"), "x.log");
        assertEquals("[/logs/a/x.log, /logs/a/x.log.prev, /logs/a/x.log.idx, /logs/a/x.log.tidx, /logs/a/x.log.meta, "
                + "/logs/a/x.log.idx.prev, /logs/a/x.log.tidx.prev]", files.all().toString());
    }

    @ParameterizedTest
    @CsvSource({"backup,backup", "db.backup,db_backup", "A-b_9,A-b_9", "a:b/../c,a_b____c", "größe,gr__e"})
    void aDirectoryHasTheNameOfTheUnitWithoutWhatMeansSomethingInAPath(String unit, String name) {
        assertEquals(name, LogFiles.directoryName(unit));
    }

    @Test
    void namesSortByTheInstantInUtc() {
        RunId run = new RunId("01ARZ3NDEKTSV4RRFFQ69G5FAV");
        assertEquals("20260101_000000_5fav.log", LogFiles.name(Instant.parse("2026-01-01T00:00:00.999Z"), run, 1));
        assertEquals("20260101_000000_5fav-2.log", LogFiles.name(Instant.parse("2026-01-01T00:00:00Z"), run, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            text                                      | STDOUT | text
            "[ERR] text"                              | STDERR | text
            "[ERR]text"                               | STDOUT | [ERR]text
            "[SYSTEM] text"                           | SYSTEM | text
            "[2026-11-20 14:03:05] [SYSTEM] text"     | SYSTEM | text
            "[14:03:05] [SYSTEM] text"                | STDOUT | [14:03:05] [SYSTEM] text
            "[2026-11-20 14:03:05] [ERR] text"        | STDOUT | [2026-11-20 14:03:05] [ERR] text
            "[ERR] "                                  | STDERR | ""
            ""                                        | STDOUT | ""
            "["                                       | STDOUT | [
            """)
    void aLineIsTaggedByItsBeginning(String line, LogStream stream, String text) {
        byte[] bytes = ("xx" + line + "\n").getBytes(StandardCharsets.UTF_8);
        Tag tag = LogStream.tag(bytes, 2, bytes.length - 1);
        assertEquals(stream, tag.stream());
        assertEquals(text,
                new String(bytes, tag.textFrom(), bytes.length - 1 - tag.textFrom(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"rl":0,"rb":0}
            {"rl":12,"rb":345,"ps":0}
            {"rl":12,"rb":345,"ps":6,"fl":7}
            {"rl":0,"rb":0,"fl":3,"fin":true}
            {"rl":999999999999999999,"rb":2,"ps":1,"fl":0,"fin":true}
            """)
    void aMetaFileIsReadAsItIsWritten(String json) {
        assertEquals(json, LogMeta.of(json).json());
    }

    @Test
    void aMetaFileOfAnotherHandIsReadToo() {
        assertEquals(new LogMeta(5, 0, OptionalLong.empty(), OptionalLong.of(2), true),
                LogMeta.of("{ \"fin\" : true, \"fl\": 2,\n \"new\": \"x\", \"ps\": null, \"rl\": 5 }\n"));
    }

    @Test
    void aMetaFileThatIsNotThereOrNotReadableHasZeros() throws IOException {
        assertEquals(LogMeta.NONE, LogMeta.read(directory.resolve("none.meta")));
        assertEquals(LogMeta.NONE, LogMeta.of(""));
        assertEquals(LogMeta.NONE, LogMeta.of("{\"rl\":12"));
        assertEquals(OptionalLong.empty(), LogMeta.NONE.totalLines());
    }

    /**
     * The meta file is written in place and shortened afterwards. A daemon that was killed between the two left the end of the longer content behind: a field
     * that made a rotation which was through look as if it were under way, so that repair counted its lines twice.
     */
    @Test
    void whatALongerContentHasLeftBehindTheEndIsNotRead() {
        LogMeta before = new LogMeta(2000, 100_000, OptionalLong.of(1000), OptionalLong.empty(), false)
            .beforeRotation(1000);
        LogMeta after = new LogMeta(2000, 100_000, OptionalLong.of(1000), OptionalLong.empty(), false)
            .afterRotation(1000, 50_000);
        String left = after.json() + before.json().substring(after.json().length());
        assertTrue(left.endsWith("\"fl\":1000}"), left);
        assertEquals(after, LogMeta.of(left));
    }

    @Test
    void linesAreFinalOnlyWhenTheLogHasEnded() {
        LogMeta rotating = LogMeta.of("{\"rl\":10,\"rb\":100,\"fl\":7}");
        assertTrue(rotating.rotating());
        assertEquals(OptionalLong.empty(), rotating.totalLines());
        LogMeta rotated = rotating.afterRotation(7, 70);
        assertEquals("{\"rl\":17,\"rb\":170,\"ps\":10}", rotated.json());
        assertFalse(rotated.rotating());
        assertEquals(OptionalLong.of(20), rotated.ended(3).totalLines());
    }

    @Test
    void theLineIndexLeadsToTheLastEntryBeforeALine() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * 3 + 5).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0).putLong(20_000).putLong(41_000);
        LineIndex index = LineIndex.read(Files.write(directory.resolve("x.idx"), bytes.array()));
        assertEquals(3, index.size());
        assertEquals(new Anchor(0, 0), index.before(1023));
        assertEquals(new Anchor(1024, 20_000), index.before(1024));
        assertEquals(new Anchor(2048, 41_000), index.before(1_000_000));
        assertEquals(new Anchor(0, 0), LineIndex.read(directory.resolve("none")).before(5000));
    }

    @Test
    void theTimeIndexKnowsWhenALineWasWritten() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(12 * 3 + 11).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0).putLong(1000).putInt(5).putLong(2500).putInt(0x90000000).putLong(2500);
        TimeIndex times = TimeIndex.read(Files.write(directory.resolve("x.tidx"), bytes.array()));
        assertEquals(3, times.size());
        assertEquals(OptionalLong.of(1000), times.millisOf(4));
        assertEquals(OptionalLong.of(2500), times.millisOf(5));
        assertEquals(0x90000000L, times.line(2));
        assertEquals(OptionalLong.of(0), times.lineAt(-1));
        assertEquals(OptionalLong.of(5), times.lineAt(1001));
        assertEquals(OptionalLong.empty(), times.lineAt(2501));
        assertEquals(OptionalLong.empty(), TimeIndex.of(ByteBuffer.allocate(0)).millisOf(0));
    }
}
