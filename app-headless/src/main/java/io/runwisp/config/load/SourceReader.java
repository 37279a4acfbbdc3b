package io.runwisp.config.load;

import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problems;
import io.runwisp.config.problem.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads text files strictly as UTF-8 and says in plain words why that failed. */
final class SourceReader {

    private static final int LARGEST = 32 << 20;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private SourceReader() {
    }

    /** The file, or null when that was reported. */
    static @Nullable SourceFile read(Path path, String shown, Problems problems) {
        SourceFile nothing = SourceFile.of(path, shown, "");
        byte[] bytes;
        try {
            bytes = bytes(path);
        } catch (NoSuchFileException e) {
            problems.error(Place.wholeFile(nothing), "", "there is no file " + shown, "",
                    "create one with: runwisp init, or name another with --config");
            return null;
        } catch (IOException e) {
            problems.error(Place.wholeFile(nothing), "", shown + " " + reason(path, e), "", "");
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
                    "save it in UTF-8, for example with: iconv -f " + (isUtf16(bytes) ? "utf-16" : "latin1")
                            + " -t utf-8 " + shown + " > new.toml");
            return null;
        }
    }

    /** The text of a small file; the reason is for messages and never quotes it. */
    static String readText(Path path) throws IOException {
        try {
            if (!Files.isRegularFile(path) && Files.exists(path) && !Files.isDirectory(path)) {
                throw new IOException("is not a regular file");
            }
            return withoutMark(decode(bytes(path)));
        } catch (CharacterCodingException e) {
            throw new IOException("is not UTF-8 text", e);
        }
    }

    /** Why a file could not be read: what is to be said behind its name. */
    static String reason(Path path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "may not be read by this user";
        }
        if (Files.isDirectory(path)) {
            return "is a directory";
        }
        return e instanceof FileSystemException || e.getMessage() == null
                ? "cannot be read: " + e.getClass().getSimpleName()
                : e.getMessage();
    }

    /** At most what a configuration can sensibly have: a device that never ends must not take the memory. */
    private static byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("is larger than " + (LARGEST >> 20) + " MiB");
            }
            return bytes;
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1 && ((bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe);
    }

    private static int firstBadByte(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length + 1);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        return Math.min(in.position(), bytes.length - 1);
    }
}
