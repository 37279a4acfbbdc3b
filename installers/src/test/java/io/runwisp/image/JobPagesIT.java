package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about the jobs of an operator are carried out as they stand, line by line, in a shell, by the image. */
class JobPagesIT {

    private static final Path GUIDE = Image.SOURCES.resolve("docs/guide");
    private static final Pattern BLOCK = Pattern.compile("```(sh|toml)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINKED = Pattern.compile("\\]\\(([a-z-]+\\.md)\\)");
    private static final String GOES_ON = " -f";

    @TempDir
    private static Path folder;

    private static Daemon daemon;
    private static Shell shell;

    @BeforeAll
    static void open() throws Exception {
        daemon = Daemon.ready(folder, String.join("\n", blocks("what-failed.md", "toml")));
        shell = Shell.beside(daemon, folder);
        shell.line("runwisp run-task report --wait").run().exits(3);
        shell.line("runwisp run-task backup --wait").run().exits(0);
    }

    @AfterAll
    static void close() {
        daemon.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"what-failed.md", "follow-a-log.md", "run-it-again.md", "pause-and-stop.md",
            "change-safely.md", "reload.md"})
    void everyLineOfThePageWorks(String page) throws Exception {
        List<String> lines = blocks(page, "sh").stream().flatMap(String::lines).toList();
        assertTrue(lines.size() >= 2, () -> page + " has no lines to try: " + lines);
        for (String line : lines) {
            if (line.endsWith(GOES_ON)) {
                try (Shell.Running running = shell.start(line)) {
                    assertEquals(130, running.shows("serving").interrupted().exit(), running::toString);
                }
            } else {
                shell.line(line).run().exits(0);
            }
        }
    }

    @Test
    void everyPageIsReachedFromTheStartOfTheGuide() throws IOException {
        List<String> linked = LINKED.matcher(Files.readString(GUIDE.resolve("README.md")))
            .results()
            .map(link -> link.group(1))
            .toList();
        try (Stream<Path> pages = Files.list(GUIDE)) {
            assertEquals(List.of(), pages.map(page -> page.getFileName().toString())
                .filter(page -> page.endsWith(".md") && !page.equals("README.md") && !linked.contains(page))
                .toList());
        }
    }

    private static List<String> blocks(String page, String language) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE.resolve(page)));
        return blocks.results().filter(block -> block.group(1).equals(language)).map(block -> block.group(2)).toList();
    }
}
