package io.runwisp.notify.channel;

import io.runwisp.config.grammar.MessageField;
import io.runwisp.model.Elapsed;
import io.runwisp.model.Trigger;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message in the words in which every provider shows it, clean and of a bounded length, not escaped yet. */
final class Content {

    private static final int LONGEST_TITLE = 240;
    private static final int LONGEST_INSTANCE = 100;
    private static final int LONGEST_SENTENCE = 1200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter RFC = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private final Message message;
    private final Map<MessageField, String> values = new EnumMap<>(MessageField.class);

    Content(Message message) {
        this.message = message;
        Message.Subject subject = message.subject();
        ZoneId zone = message.sender().zone();
        put(MessageField.EMOJI, Emoji.of(subject));
        put(MessageField.TITLE, Clip.units(Clip.line(message.words().title()), LONGEST_TITLE, Escape.NONE));
        int count = message.repeats().count();
        put(MessageField.HEADLINE, get(MessageField.EMOJI) + " " + get(MessageField.TITLE)
                + (count > 1 ? " ×" + count : ""));
        put(MessageField.UNIT, Clip.line(subject.unit()));
        put(MessageField.UNIT_KIND, subject.unitKind() == null ? "" : subject.unitKind().word());
        put(MessageField.VERB, Clip.line(message.words().verb()));
        put(MessageField.KIND, subject.kind());
        put(MessageField.SEVERITY, subject.severity().word());
        put(MessageField.SENTENCE,
                Clip.units(Clip.clean(message.words().sentence()).strip(), LONGEST_SENTENCE, Escape.NONE));
        put(MessageField.TIME, TIME.format(subject.at().atZone(zone)));
        put(MessageField.TIME_RFC, rfc(subject.at(), zone));
        put(MessageField.TAIL, Clip.tail(message.lastLines()));
        put(MessageField.RUN_URL, text(message.links().run()));
        put(MessageField.UNIT_URL, text(message.links().unit()));
        put(MessageField.INSTANCE, Clip.units(Clip.line(message.sender().instance()), LONGEST_INSTANCE, Escape.NONE));
        put(MessageField.FINGERPRINT, Clip.line(message.sender().fingerprint()));
        put(MessageField.TRIGGER, trigger(null));
        repeats(message.repeats(), zone);
        if (message.run() != null) {
            run(message.run(), zone);
        }
        put(MessageField.LINK_LABEL, link().isEmpty() ? ""
                : text(message.links().run()).isEmpty()
                        ? "Open " + (subject.unitKind() == null ? "dashboard" : subject.unitKind().word())
                        : "Open run");
    }

    private void repeats(Message.Repeats repeats, ZoneId zone) {
        if (repeats.count() > 1) {
            put(MessageField.COUNT, Integer.toString(repeats.count()));
            put(MessageField.REPEATS, "×" + repeats.count() + " since " + TIME.format(repeats.first().atZone(zone)));
        }
    }

    private void run(Message.RunFacts run, ZoneId zone) {
        put(MessageField.RUN_ID, run.id());
        put(MessageField.TRIGGER, trigger(run.triggeredBy()));
        put(MessageField.REPLICA, Integer.toString(run.replica()));
        put(MessageField.ATTEMPT, Integer.toString(run.attempt() + 1));
        put(MessageField.EXIT_CODE, Objects.toString(run.exitCode(), ""));
        put(MessageField.DURATION, run.duration() == null ? "" : Elapsed.text(run.duration()));
        put(MessageField.STARTED, run.startedAt() == null ? "" : rfc(run.startedAt(), zone));
        put(MessageField.ENDED, run.endedAt() == null ? "" : rfc(run.endedAt(), zone));
    }

    private String trigger(@Nullable Trigger trigger) {
        String who = trigger == null ? "" : switch (trigger) {
            case CRON -> "By schedule, ";
            case API -> "By hand, ";
            case SERVICE -> "By the supervisor, ";
            case STARTUP -> "At the start of the daemon, ";
            case HOOK -> "By a hook, ";
        };
        return who + get(MessageField.TIME);
    }

    private void put(MessageField field, String value) {
        values.put(field, value);
    }

    /** The value of a field; empty where it has none. */
    String get(MessageField field) {
        return values.getOrDefault(field, "");
    }

    /** The message itself, for what is no text. */
    Message message() {
        return message;
    }

    String headline() {
        return get(MessageField.HEADLINE);
    }

    /** Reason, how often, who and when. */
    String text() {
        String repeats = get(MessageField.REPEATS);
        return get(MessageField.SENTENCE) + "\n" + (repeats.isEmpty() ? "" : repeats + "\n")
                + get(MessageField.TRIGGER);
    }

    String tail() {
        return get(MessageField.TAIL);
    }

    /** Where more is to be seen; empty where nowhere. */
    String link() {
        return get(MessageField.RUN_URL).isEmpty() ? get(MessageField.UNIT_URL) : get(MessageField.RUN_URL);
    }

    String linkLabel() {
        return get(MessageField.LINK_LABEL);
    }

    /** Who says it. */
    String footer() {
        return "RunWisp on " + get(MessageField.INSTANCE) + " · " + get(MessageField.FINGERPRINT);
    }

    private static String rfc(Instant instant, ZoneId zone) {
        return RFC.format(instant.atZone(zone));
    }

    private static String text(@Nullable URI uri) {
        return uri == null ? "" : uri.toASCIIString();
    }
}
