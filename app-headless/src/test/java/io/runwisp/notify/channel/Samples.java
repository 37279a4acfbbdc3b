package io.runwisp.notify.channel;

import io.runwisp.config.Loading;
import io.runwisp.config.Notifier;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Trigger;
import io.runwisp.model.UnitKind;
import io.runwisp.notify.http.WebSender;
import io.runwisp.process.CommandRunner;
import io.runwisp.process.SessionCommandRunner;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Messages and channels as they are in earnest. */
final class Samples {

    static final Instant AT = Instant.parse("2026-11-26T02:03:04Z");
    static final Duration PATIENT = Duration.ofSeconds(15);
    static final String FINGERPRINT = "rw-3f9a0c12";

    private Samples() {
    }

    /** A run of {@code backup-db} that failed. */
    static Message failed() {
        return failed("backup-db", "Exit code 3 after 42 s.", List.of("dump: begun", "", "dump: no space left"));
    }

    static Message failed(String unit, String sentence, List<String> lines) {
        return new Message(
                new Message.Subject("run.failed", EventSeverity.ERROR, Tone.BAD, unit, UnitKind.TASK, AT),
                new Message.Words(unit + " failed", "failed", sentence),
                new Message.RunFacts("01JDKZ7Q9V8W3X4Y5Z6A7B8C9D", 0, Trigger.CRON, 1, 3, Duration.ofSeconds(42),
                        AT.minusSeconds(42), AT),
                Message.Repeats.none(AT), lines,
                new Message.Links(URI.create("https://ops.example/tasks/backup-db/01JDKZ"),
                        URI.create("https://ops.example/tasks/backup-db")),
                sender());
    }

    static Message.Sender sender() {
        return new Message.Sender("shop-1", FINGERPRINT, ZoneId.of("Europe/Berlin"));
    }

    /** Something of another kind, without run and links, that happened several times. */
    static Message other(String kind, EventSeverity severity, Tone tone, int count) {
        return new Message(new Message.Subject(kind, severity, tone, "", null, AT),
                new Message.Words("Something happened", "happened", "It is so."), null,
                new Message.Repeats(count, AT.minusSeconds(3600)), List.of(), Message.Links.NONE, sender());
    }

    /** The notifier that a table of a file declares. */
    static Notifier notifier(Path folder, String keys) {
        return Loading.in(folder)
            .valid("[[notifier]]\nid = \"n\"\n" + keys + "\n[tasks.a]\nrun = \"true\"\n")
            .notifications()
            .notifiers()
            .getFirst();
    }

    static Channel channel(Path folder, String keys) {
        return channel(folder, keys, Optional.empty());
    }

    static Channel channel(Path folder, String keys, Optional<String> target) {
        return channel(folder, keys, target, new SessionCommandRunner());
    }

    static Channel channel(Path folder, String keys, Optional<String> target, CommandRunner commands) {
        return new Channels(commands, new WebSender(), () -> AT).open(notifier(folder, keys), target);
    }
}
