package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of the image beside a daemon of the image. */
class CommandsIT {

    private static final String SHOP = """
        [services.web]
        run = "echo serving $$; exec sleep 600"
        restart_delay = "10ms"

        [tasks.greet]
        cron = "0 7 * * *"
        run  = "printf '\\\\033[32mgood\\\\033[0m morning\\\\n'"

        [tasks.broken]
        run = "echo no such file >&2; exit 3"

        [tasks.slow]
        run = "echo begun; exec sleep 600"
        """;
    private static final String ESCAPE = "\u001b[";

    @TempDir
    Path folder;

    private Daemon daemon;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        daemon = Daemon.ready(folder, SHOP);
        shell = Shell.beside(daemon, folder);
    }

    @AfterEach
    void close() {
        daemon.close();
    }

    private Outcome runwisp(String arguments) throws Exception {
        return shell.line("runwisp " + arguments).run();
    }

    @Test
    void aFollowedServiceIsFollowedOverItsRestartUntilSomebodyEndsIt() throws Exception {
        try (Shell.Running logs = shell.start("runwisp logs web -f")) {
            logs.shows("serving");
            String first = Files.readString(logs.out());
            runwisp("restart web").exits(0);
            Patience.until("the new replica is shown", () -> Files.readString(logs.out()).lines().count() > 1,
                    logs::toString);
            Outcome outcome = logs.interrupted().exits(130);
            assertTrue(outcome.out().startsWith(first), outcome::toString);
            assertEquals(2, outcome.out().lines().distinct().count(), outcome::toString);
            assertEquals("", outcome.err());
        }
    }

    @Test
    void aFollowerOutlivesTheDaemonAndIsToldSo() throws Exception {
        try (Shell.Running logs = shell.start("runwisp logs web -f")) {
            logs.shows("serving");
            int port = daemon.url().getPort();
            assertEquals(0, daemon.stop());
            logs.notes("(the connection is cut; trying again)");
            try (Daemon next = Daemon.start(folder, "--port", Integer.toString(port)).awaitReady()) {
                logs.notes("(connected again)");
                Patience.until("the service of the new daemon is shown",
                        () -> Files.readString(logs.out()).lines().count() > 1, logs::toString);
                logs.interrupted().exits(130);
                assertTrue(next.lives());
            }
        }
    }

    @Test
    void aFollowedRunIsFollowedToItsEnd() throws Exception {
        try (Shell.Running run = shell.start("runwisp run-task slow --follow")) {
            run.shows("begun");
            runwisp("stop slow").exits(0);
            Outcome outcome = run.ended();
            assertEquals(143, outcome.exit(), outcome::toString);
            assertEquals("begun\n", outcome.out());
            outcome.complains("Stopped");
        }
    }

    @Test
    void aDaemonListsWhatItsFileDeclares() throws Exception {
        assertEquals(runwisp("list --json").exits(0).out(),
                runwisp("list --json --url " + daemon.url()).exits(0).out());
        assertEquals(runwisp("list").exits(0).out(), runwisp("list --url " + daemon.url()).exits(0).out());
    }

    @Test
    void theExitCodeIsThatOfTheRun() throws Exception {
        runwisp("run-task broken").exits(0);
        runwisp("run-task broken --wait").exits(3).complains("Failed after");
        runwisp("run-task greet --wait").exits(0);
        assertEquals(0, daemon.stop());
        shell.line("runwisp exec broken").run().exits(3).complains("no such file");
    }

    @Test
    void aNameThatNothingHasIsAnsweredWithTheNearest() throws Exception {
        for (String command : new String[]{"run-task", "logs", "why", "runs", "stop", "pause", "status"}) {
            runwisp(command + " gret").exits(1)
                .complains("there is no task or service \"gret\".")
                .complains("Did you mean \"greet\"?");
        }
        runwisp("stats").exits(2).complains("Did you mean \"runwisp status\"?");
        runwisp("status --jsn").exits(2).complains("Did you mean --json?");
    }

    @Test
    void aPasswordIsNeededForMoreThanTheHealth() throws Exception {
        Outcome health = shell.line("runwisp status --data nowhere")
            .with("HOME", folder.resolve("else"))
            .run()
            .exits(0);
        assertEquals("RunWisp is healthy at :" + daemon.url().getPort() + ".\n", health.out());
        shell.line("runwisp runs --data nowhere")
            .with("HOME", folder.resolve("else"))
            .run()
            .exits(1)
            .complains("asks for a password, and none is known.");
        shell.line("runwisp runs")
            .with("HOME", folder.resolve("else"))
            .with("RUNWISP_PASSWORD", "guessed")
            .run()
            .exits(1)
            .complains("does not take this password.");
    }

    @Test
    void aDaemonThatIsDownIsSaidToBeDown() throws Exception {
        assertEquals(0, daemon.stop());
        runwisp("status").exits(1).complains("no daemon listens at ").complains("Start it with \"runwisp daemon\"");
        runwisp("status --json").exits(1).says("\"healthy\": false").says("\"code\": \"nobody_listens\"");
        runwisp("run-task greet").exits(1).complains("no daemon listens at ");
    }

    @Test
    void whateverElseListensIsSaidToBeNoDaemon() throws Exception {
        HttpServer router = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        router.createContext("/", exchange -> {
            byte[] page = "<html>router</html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        router.start();
        try {
            String url = "http://127.0.0.1:" + router.getAddress().getPort();
            runwisp("status --url " + url).exits(1).complains("is not a RunWisp daemon.");
            runwisp("runs --json --url " + url).exits(1).says("\"code\": \"not_runwisp\"");
        } finally {
            router.stop(0);
        }
    }

    @Test
    void coloursAreForTerminalsAndSoAreTheColoursOfLogs() throws Exception {
        runwisp("run-task greet --wait").exits(0);
        for (String line : new String[]{"status", "runs", "logs greet", "why greet"}) {
            String piped = runwisp(line).exits(0).out();
            assertFalse(piped.contains(ESCAPE), piped);
            String seen = terminal("", line).exits(0).out();
            assertTrue(seen.contains(ESCAPE), () -> line + " has no colours on a terminal: " + seen);
            String plain = terminal("NO_COLOR=1 ", line).exits(0).out();
            assertFalse(plain.contains(ESCAPE), () -> line + " has colours against NO_COLOR: " + plain);
        }
        assertEquals("good morning\n", runwisp("logs greet").out());
    }

    @Test
    void signsAreLettersWhereOnlyThoseCanBeShown() throws Exception {
        runwisp("run-task broken --wait").exits(3);
        String full = shell.line("runwisp status").with("LC_ALL", "C.UTF-8").run().exits(0).out();
        assertTrue(full.contains("✗  broken"), full);
        String ascii = shell.line("runwisp status").with("LC_ALL", "en_US.ISO-8859-1").run().exits(0).out();
        assertTrue(ascii.chars().allMatch(letter -> letter < 128), ascii);
        assertTrue(ascii.contains("x  broken"), ascii);
    }

    @Test
    void messagesFitANarrowTerminal() throws Exception {
        String said = shell.line("runwisp logs gret").with("COLUMNS", "40").run().exits(1).err();
        assertTrue(said.lines().allMatch(line -> line.length() <= 40), said);
    }

    private Outcome terminal(String variables, String arguments) throws Exception {
        return shell.line("script -qec '" + variables + "runwisp " + arguments + "' /dev/null")
            .with("TERM", "xterm-256color")
            .with("LC_ALL", "C.UTF-8")
            .run();
    }
}
