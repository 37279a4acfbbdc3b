package io.runwisp.notify;

import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import io.runwisp.notify.channel.Message;
import io.runwisp.notify.channel.Tone;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages: what is read only when it is sent is read here.
 *
 * @param sender who says it
 * @param base where the dashboard is reached, or null
 * @param runs the runs by their ids
 */
record Messages(Message.Sender sender, @Nullable String base, Function<RunId, Optional<Run>> runs,
        LastLines lines) implements Function<Alert, Message> {

    /** Of these it helps to see what was printed last. */
    private static final Set<String> WITH_LINES = Set.of(EventKind.RUN_FAILED.word(), EventKind.RUN_TIMEOUT.word(),
            EventKind.SERVICE_FATAL.word());

    @Override
    public Message apply(Alert alert) {
        return new Message(
                new Message.Subject(alert.kind(), alert.severity(), tone(alert), alert.unit(), alert.unitKind(),
                        alert.at()),
                new Message.Words(alert.title(), alert.verb(), alert.sentence()), facts(alert.run()),
                new Message.Repeats(alert.count(), alert.first()), lastLines(alert), links(alert), sender);
    }

    private static Tone tone(Alert alert) {
        if (alert.kind().equals(EventKind.RUN_RECOVERED.word())
                || alert.kind().equals(EventKind.RUN_SUCCEEDED.word())) {
            return Tone.GOOD;
        }
        return alert.severity() == EventSeverity.ERROR ? Tone.BAD
                : alert.severity() == EventSeverity.WARN ? Tone.WARNING : Tone.PLAIN;
    }

    private static Message.@Nullable RunFacts facts(Alert.@Nullable OfRun run) {
        return run == null
                ? null
                : new Message.RunFacts(run.id(), run.replica(), run.trigger(), run.attempt(), run.exitCode(),
                        run.duration(), run.startedAt(), run.endedAt());
    }

    private List<String> lastLines(Alert alert) {
        Alert.OfRun run = alert.run();
        return run == null || !WITH_LINES.contains(alert.kind())
                ? List.of()
                : runs.apply(new RunId(run.id())).map(found -> lines.of(found, LastLines.LINES)).orElse(List.of());
    }

    private Message.Links links(Alert alert) {
        if (base == null || alert.unit().isEmpty()) {
            return Message.Links.NONE;
        }
        URI unit = URI.create(base + "/tasks/" + segment(alert.unit()));
        return new Message.Links(alert.run() == null ? unit : URI.create(unit + "/" + alert.run().id()), unit);
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
