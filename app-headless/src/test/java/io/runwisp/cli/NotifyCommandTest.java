package io.runwisp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.cli.report.ParsedJson;
import io.runwisp.cli.terminal.RecordingConsole;
import io.runwisp.notify.Receiver;
import io.runwisp.notify.Trial;
import io.runwisp.notify.channel.Channels;
import io.runwisp.notify.http.WebSender;
import io.runwisp.process.SessionCommandRunner;
import io.runwisp.time.VirtualWallClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notifiers of a configuration, listed and tried. */
class NotifyCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private final Receiver receiver = new Receiver();
    private final RecordingConsole console = RecordingConsole.pipe();

    @BeforeEach
    void write() {
        new Workplace(directory).file("runwisp.toml", """
                [notify]
                default_notifiers = ['chat']
                [[notifier]]
                id = 'chat'
                type = 'webhook'
                url = '%s/chat'
                [[notifier]]
                id = 'pager'
                type = 'webhook'
                url = '%s/pager'
                [[notifier]]
                id = 'idle'
                type = 'webhook'
                url = '%s/idle'
                [tasks.a]
                run = 'x'
                notify_on_failure = ['pager', 'chat']
                [[route]]
                notify = ['pager']
                """.formatted(receiver.url(), receiver.url(), receiver.url()));
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    private int call(String... arguments) {
        VirtualWallClock clock = new VirtualWallClock(Workplace.NOW);
        NotifyCommand command = new NotifyCommand(new Workplace(directory).source(),
                _ -> new Trial(new Channels(new SessionCommandRunner(), new WebSender(), clock), clock, "box",
                        "swift-heron"));
        return new CommandLine(List.of(command), "1.2.3", directory).run(List.of(arguments), console.console());
    }

    @Test
    void theyAreListedWithWhatTheyHear() {
        assertEquals(0, call("notify"));
        assertEquals("""
                ID     TYPE     HEARS
                chat   webhook  every failure, failures of 1 unit
                pager  webhook  failures of 1 unit, 1 route
                idle   webhook  nothing
                """, console.out());
    }

    @Test
    void aTestIsSentAndTheAnswerTold() throws InterruptedException {
        assertEquals(0, call("notify", "test", "chat", "pager"));
        Receiver.Posted posted = receiver.next();
        assertEquals("/chat", posted.path());
        assertTrue(posted.body().contains("This is a test: nothing has failed."), posted.body());
        assertTrue(posted.body().contains("swift-heron"), posted.body());
        assertEquals("/pager", receiver.next().path());
        assertEquals("chat (webhook) has taken it: HTTP 200\npager (webhook) has taken it: HTTP 200\n", console.out());
    }

    @Test
    void whatIsNotTakenIsAFailureThatSaysWhy() {
        receiver.answer(503);
        assertEquals(1, call("notify", "test", "chat"));
        assertTrue(console.err().contains("chat (webhook) has not taken it: "), console.err());
        assertTrue(console.err().contains("A daemon would try again"), console.err());
    }

    @Test
    void anIdThatIsNotDeclaredIsAnsweredWithTheNearest() {
        assertEquals(1, call("notify", "test", "chta"));
        assertTrue(console.err().contains("did you mean \"chat\"?"), console.err());
    }

    @Test
    void programsGetAllOutcomes() {
        assertEquals(1, call("notify", "test", "--json", "chat", "chta"));
        assertEquals(List.of("delivered", "unknown"),
                ParsedJson.objects(ParsedJson.object(console.out()), "results")
                    .stream()
                    .map(result -> String.valueOf(result.get("outcome")))
                    .toList());
    }

    @Test
    void otherWordsAreNotUnderstood() {
        assertEquals(2, call("notify", "tst", "chat"));
        assertEquals(2, call("notify", "test"));
    }
}
