package io.runwisp.config.load;

import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problems;
import io.runwisp.config.problem.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads text files strictly as UTF-8 and says in plain words why that failed. */
final class SourceReader {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private SourceReader() {
    }

    /** The file, or null when that was reported. */
    static @Nullable SourceFile read(Path path, String shown, Problems problems) {
        SourceFile nothing = SourceFile.of(path, shown, "");
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            problems.error(Place.wholeFile(nothing), "", "there is no file " + shown, "",
                    "create one with: runwisp init, or name another with --config");
            return null;
        } catch (IOException e) {
            problems.error(Place.wholeFile(nothing), "", shown + " cannot be read: " + reason(path, e), "", "");
            return null;
        }
        try {
            return SourceFile.of(path, shown, withoutMark(decode(bytes)));
        } catch (CharacterCodingException e) {
            int bad = firstBadByte(bytes);
            SourceFile readable = SourceFile.of(path, shown,
                    new String(bytes, 0, bad, StandardCharsets.UTF_8) + "\ufffd");
            int line = readable.lines().size();
            problems.error(new Place(readable, line, readable.line(line).length(), 1), "",
                    String.format("byte 0x%02X is not UTF-8", bytes[bad] & 0xff), "a file in UTF-8",
                    "save it in UTF-8, for example with: iconv -f latin1 -t utf-8");
            return null;
        }
    }

    /** The text of a small file; the reason is for messages and never quotes it. */
    static String readText(Path path) throws IOException {
        try {
            return withoutMark(decode(Files.readAllBytes(path)));
        } catch (CharacterCodingException e) {
            throw new IOException("it is not UTF-8 text", e);
        }
    }

    /** Why a file could not be read, in words. */
    static String reason(Path path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (Files.isDirectory(path)) {
            return "it is a directory";
        }
        if (Files.exists(path) && !Files.isReadable(path)) {
            return "permission denied";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static int firstBadByte(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length + 1);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        return Math.min(in.position(), bytes.length - 1);
    }
}
