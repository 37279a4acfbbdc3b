package io.runwisp.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.engine.OutputSink.Log;
import io.runwisp.engine.OutputSink.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterleavingTest {

    @TempDir
    private Path directory;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("runwisp.seeds", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachStreamKeepsItsOrderWhateverTheOther(long seed) throws IOException {
        Random random = new Random(seed);
        Workbench bench = new Workbench(directory);
        Map<Source, List<String>> printed = new EnumMap<>(Source.class);
        Map<Source, ByteBuffer> pipes = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            List<String> lines = random(random);
            printed.put(source, lines);
            pipes.put(source, ByteBuffer.wrap(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        }
        Log log = bench.open(Workbench.NO_LIMITS);
        List<LiveLine> followed = new ArrayList<>();
        try (LineSubscription subscription = bench.bus.subscribe(Workbench.RUN, () -> {
        }).orElseThrow()) {
            while (pipes.values().stream().anyMatch(ByteBuffer::hasRemaining)) {
                Source source = random.nextBoolean() ? Source.STDOUT : Source.STDERR;
                log.take(source, part(Objects.requireNonNull(pipes.get(source)), random));
                followed.addAll(subscription.drain().lines());
            }
            log.finish();
            followed.addAll(subscription.drain().lines());
        }
        List<String> written = bench.written(log).lines();
        assertEquals(printed.get(Source.STDERR),
                written.stream().filter(line -> line.startsWith("[ERR] ")).map(line -> line.substring(6)).toList());
        assertEquals(printed.get(Source.STDOUT), written.stream().filter(line -> !line.startsWith("[ERR] ")).toList());
        assertEquals(written, followed.stream().map(line -> line.stream().prefix() + line.text()).toList());
        bench.written(log).check();
    }

    @Test
    void theFileDoesNotDependOnHowTheBytesWereCut() throws IOException {
        Random random = new Random(7);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        for (String line : random(random)) {
            printed.writeBytes(
                    (line + "\r\u001b[3" + random.nextInt(8) + "m" + line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = null;
        for (int most : new int[]{1, 3, 100, 16_384, 1 << 20}) {
            Workbench bench = new Workbench(Files.createDirectory(directory.resolve("most" + most)));
            Log log = bench.open(Workbench.NO_LIMITS);
            ByteBuffer bytes = ByteBuffer.wrap(printed.toByteArray());
            while (bytes.hasRemaining()) {
                int length = Math.min(bytes.remaining(), 1 + random.nextInt(most));
                log.take(Source.STDOUT, bytes.slice(bytes.position(), length));
                bytes.position(bytes.position() + length);
            }
            log.finish();
            byte[] file = Files.readAllBytes(bench.files(log).log());
            whole = whole == null ? file : whole;
            assertEquals(new String(whole, StandardCharsets.UTF_8), new String(file, StandardCharsets.UTF_8));
        }
    }

    private static List<String> random(Random random) {
        List<String> lines = new ArrayList<>();
        int count = 1 + random.nextInt(3000);
        for (int i = 0; i < count; i++) {
            lines.add("line " + i + " " + "é".repeat(random.nextInt(30)) + ".");
        }
        return lines;
    }

    private static ByteBuffer part(ByteBuffer pipe, Random random) {
        int length = Math.min(pipe.remaining(), random.nextInt(16_384));
        ByteBuffer part = pipe.slice(pipe.position(), length);
        pipe.position(pipe.position() + length);
        return part;
    }
}
