package io.runwisp.output.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChunkingTest {

    private static final List<String> PIECES = List.of("plain text ", "\\n", "\\n", "\\r\\n", "\\r", "\\t", "é日😀",
            "\\xff",
            "\\xe2\\x82", "\\e[31m", "\\e[0m", "\\e[K", "\\e[2A", "\\e[?25l", "\\e[?25h", "\\e]0;t\\x07", "\\b", "\\0",
            "hunter2", "hunter", "\\e[5;9H", "\\e[2J", "\\xc2\\x85", "\\e", "\\x1b[", "\\xf0\\x9f", "\\e[1;38;5;9m");

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("runwisp.seeds", 300));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void linesDoNotDependOnHowTheBytesWereCut(long seed) {
        Random random = new Random(seed);
        byte[] printed = random(random);
        List<String> whole = lines(printed, printed.length, random);
        assertEquals(whole, lines(printed, 1, random), "seed " + seed);
        assertEquals(whole, lines(printed, 7, random), "seed " + seed);
        assertEquals(whole, lines(printed, 16_384, random), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void linesAreWholeTextWithoutControlsAndSecrets(long seed) throws CharacterCodingException {
        Random random = new Random(seed);
        byte[] printed = random(random);
        for (byte[] line : raw(printed, 1 + random.nextInt(100), random)) {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            String plain = text.toString().replaceAll("\u001b\\[[0-9;]*m", "");
            assertTrue(plain.chars().allMatch(c -> c >= 0x20 && c != 0x7F && (c < 0x80 || c > 0x9F) || c == '\t'),
                    "seed " + seed + ": " + plain);
            assertTrue(!plain.contains("hunter2"), "seed " + seed + ": " + plain);
        }
    }

    private static byte[] random(Random random) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        boolean huge = random.nextInt(20) == 0;
        int pieces = 1 + random.nextInt(200);
        for (int i = 0; i < pieces; i++) {
            int times = huge && random.nextInt(10) == 0 ? 20_000 : 1;
            byte[] piece = Printed.bytes(PIECES.get(random.nextInt(PIECES.size())));
            for (int time = 0; time < times; time++) {
                printed.writeBytes(piece);
            }
        }
        return printed.toByteArray();
    }

    private static List<String> lines(byte[] printed, int most, Random random) {
        return raw(printed, most, random).stream().map(line -> new String(line, StandardCharsets.UTF_8)).toList();
    }

    private static List<byte[]> raw(byte[] printed, int most, Random random) {
        List<byte[]> lines = new ArrayList<>();
        StreamText text = new StreamText(Redactor.of(List.of("hunter2")),
                (bytes, from, to, continued) -> lines.add(Arrays.copyOfRange(bytes, from, to)));
        int at = 0;
        while (at < printed.length) {
            int length = Math.min(printed.length - at, 1 + random.nextInt(most));
            text.take(printed, at, at + length);
            at += length;
        }
        text.end();
        return lines;
    }
}
