package io.runwisp.cli.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.terminal.RecordingConsole;
import io.runwisp.client.http.HttpDaemonApi;
import io.runwisp.config.Surroundings;
import io.runwisp.daemon.Program;
import io.runwisp.daemon.life.ExecLife;
import io.runwisp.daemon.life.TestDaemon;
import io.runwisp.time.SystemWallClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide page about operating is carried out as it stands. */
class OperatingPageTest {

    private static final Path PAGE = Path.of("../docs/guide/operating.md");
    private static final Pattern BLOCK = Pattern.compile("```(sh|toml)\n(.*?)```", Pattern.DOTALL);
    private static final int FEWEST = 15;

    @TempDir
    Path folder;

    @Test
    void everyLineOfThePageWorks() throws IOException {
        List<String> lines = new ArrayList<>();
        String toml = "";
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            if (blocks.group(1).equals("toml")) {
                toml = blocks.group(2);
            } else {
                lines.addAll(blocks.group(2).lines().toList());
            }
        }
        assertTrue(lines.size() >= FEWEST, () -> "Only these were found: " + lines);
        Files.writeString(folder.resolve("runwisp.toml"), toml);
        try (TestDaemon daemon = new TestDaemon(folder, toml)) {
            assertEquals(3, call(daemon, List.of("run-task", "report", "--wait")).code());
            for (String line : lines) {
                assertTrue(line.startsWith("runwisp "), line);
                List<String> arguments = new ArrayList<>(List.of(line.substring("runwisp ".length()).split(" ")));
                arguments.replaceAll(argument -> argument.replace("'", ""));
                Call call = call(daemon, arguments);
                assertEquals(0, call.code(), () -> line + "\n" + call.err());
            }
        }
    }

    private record Call(int code, String err) {
    }

    private Call call(TestDaemon daemon, List<String> arguments) {
        Map<String, String> environment = Map.of("RUNWISP_PASSWORD", TestDaemon.PASSWORD, "XDG_CACHE_HOME",
                folder.resolve("cache").toString());
        Program program = new Program(environment, folder,
                () -> new Surroundings(environment, folder, ZoneOffset.UTC, () -> "box"), new SystemWallClock(),
                "1.2.3",
                new ExecLife.Echo(OutputStream.nullOutputStream(), OutputStream.nullOutputStream()),
                HttpDaemonApi::new);
        List<String> line = new ArrayList<>(List.of("--port", Integer.toString(daemon.address().base().getPort())));
        line.addAll(arguments);
        RecordingConsole console = RecordingConsole.pipe();
        return new Call(program.run(line, console.console()), console.err());
    }
}
