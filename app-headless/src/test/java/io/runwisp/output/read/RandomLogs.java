package io.runwisp.output.read;

import io.runwisp.output.format.LogFiles;
import io.runwisp.output.format.LogStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

/** Logs of every shape: streams mixed, rotated, ended, killed or growing, with sidecars that are whole, torn or gone. */
public final class RandomLogs {

    private static final String[] WORDS = {"error", "Error", "ERROR", "timeout", "größe", "GRÖSSE", "Größe", "ошибка",
            "ОШИБКА", "a", "aa", "aaa", "[ERR]", "status=500", "status=404", "\u001b[31mred\u001b[0m", "kelvin",
            "\u212aelvin", "日本語", "ıstanbul", "İstanbul", "😀", "x.y", "end$", ""};

    private final Random random;
    private final Path directory;
    private int count;

    /** Logs in a directory, by a seed that a failure has to print. */
    public RandomLogs(long seed, Path directory) {
        random = new Random(seed);
        this.directory = directory;
    }

    /** The next one. */
    public WrittenLog next() throws IOException {
        WrittenLog log = new WrittenLog(directory, "run-" + count++ + ".log");
        int lines = random.nextInt(5) == 0 ? random.nextInt(3) : random.nextInt(6000);
        int rotations = random.nextInt(4);
        long millis = 1_795_176_000_000L;
        for (int i = 0; i < lines; i++) {
            millis += random.nextInt(20) == 0 ? random.nextInt(5000) : random.nextInt(3);
            log.line(stream(), text(), millis);
            if (rotations > 0 && random.nextInt(2000) == 0) {
                rotations--;
                log.rotate();
            }
        }
        end(log);
        return log;
    }

    /** Tears or removes sidecars; what a reader says must not change, but for times. */
    public void tearSidecars(LogFiles files) throws IOException {
        for (Path sidecar : List.of(files.index(), files.previousIndex(), files.timeIndex(),
                files.previousTimeIndex())) {
            if (random.nextInt(3) == 0 && Files.exists(sidecar)) {
                WrittenLog.tear(sidecar, random.nextInt(-1, (int) Files.size(sidecar) + 1));
            } else if (random.nextInt(6) == 0 && Files.exists(sidecar)) {
                Files.write(sidecar, new byte[random.nextInt(64)], StandardOpenOption.APPEND);
            }
        }
    }

    /** A word that is in many lines, or a part of one. */
    public String query() {
        String word = WORDS[random.nextInt(WORDS.length - 1)];
        int length = word.codePointCount(0, word.length());
        int from = random.nextInt(length);
        int to = from + 1 + random.nextInt(length - from);
        return word.substring(word.offsetByCodePoints(0, from), word.offsetByCodePoints(0, to));
    }

    /** A number below another. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    private void end(WrittenLog log) throws IOException {
        switch (random.nextInt(4)) {
            case 0 -> log.killed();
            case 1 -> {
                if (!log.all().isEmpty()) {
                    log.partial("half a line");
                }
            }
            default -> {
                if (!log.all().isEmpty()) {
                    log.end();
                }
            }
        }
    }

    private LogStream stream() {
        int choice = random.nextInt(20);
        return choice == 0 ? LogStream.SYSTEM : choice < 6 ? LogStream.STDERR : LogStream.STDOUT;
    }

    private String text() {
        if (random.nextInt(200) == 0) {
            return "long " + "z".repeat(random.nextInt(50_000));
        }
        StringBuilder text = new StringBuilder("m");
        for (int words = random.nextInt(5); words > 0; words--) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
