package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.config.grammar.MessageField;
import io.runwisp.config.grammar.MessageTemplate;
import io.runwisp.config.grammar.MessageTemplate.Literal;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.notify.http.Post;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A receiver of the operator's own. Its template is the whole body, and JSON when it begins like JSON. */
final class Webhook implements WebProvider {

    private static final int SHORTEST_SECRET = 4;

    private final Notifier notifier;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Webhook(Notifier notifier) {
        this.notifier = notifier;
        Map<String, String> own = notifier.settings().get(NotifierKeys.HEADERS);
        if (own != null) {
            headers.putAll(own);
        }
    }

    @Override
    public Post post(Content content) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("X-RunWisp-Fingerprint", content.get(MessageField.FINGERPRINT));
        all.putAll(headers);
        URI address = URI.create(notifier.settings().value(NotifierKeys.URL).strip());
        MessageTemplate template = notifier.template();
        if (template == null) {
            return Json.post(address, all, json -> write(json, content));
        }
        boolean json = isJson(template);
        return new Post(address, all, json ? Post.JSON : Post.TEXT,
                Rendering.of(template, content, json ? Escape.JSON : Escape.NONE));
    }

    private static boolean isJson(MessageTemplate template) {
        return !template.parts().isEmpty() && template.parts().getFirst() instanceof Literal(String text)
                && (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("["));
    }

    private static void write(Json json, Content content) throws IOException {
        Message message = content.message();
        Message.RunFacts run = message.run();
        json.text("kind", content.get(MessageField.KIND))
            .text("severity", content.get(MessageField.SEVERITY))
            .text("timestamp", content.get(MessageField.TIME_RFC))
            .text("task", content.get(MessageField.UNIT))
            .text("unit_kind", content.get(MessageField.UNIT_KIND))
            .text("title", content.get(MessageField.TITLE))
            .text("message", content.get(MessageField.SENTENCE))
            .text("trigger", content.get(MessageField.TRIGGER))
            .number("count", message.repeats().count())
            .text("url", content.link())
            .text("output_tail", content.tail());
        if (run != null) {
            json.object("run", object -> run(object, run, content));
        }
        json.object("source", source -> source.text("instance", content.get(MessageField.INSTANCE))
            .text("fingerprint", content.get(MessageField.FINGERPRINT)));
    }

    private static void run(Json json, Message.RunFacts run, Content content) throws IOException {
        json.text("id", run.id());
        if (run.exitCode() != null) {
            json.number("exit_code", run.exitCode());
        }
        json.text("triggered_by", run.triggeredBy() == null ? "" : run.triggeredBy().word())
            .number("attempt", run.attempt() + 1)
            .number("replica", run.replica());
        if (run.duration() != null) {
            json.number("duration_ms", run.duration().toMillis());
        }
        json.text("started_at", content.get(MessageField.STARTED))
            .text("ended_at", content.get(MessageField.ENDED))
            .text("url", content.get(MessageField.RUN_URL));
    }

    @Override
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>(Addresses.secrets(notifier.settings().value(NotifierKeys.URL)));
        // A header such as X-Level: 1 is no secret, and would make a riddle of every number.
        headers.values()
            .stream()
            .flatMap(value -> Stream.of(value, value.substring(value.indexOf(' ') + 1)))
            .filter(value -> value.length() >= SHORTEST_SECRET)
            .forEach(secrets::add);
        return secrets;
    }
}
