package io.runwisp.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runwisp.config.grammar.MessageField;
import io.runwisp.config.grammar.MessageTemplate;
import io.runwisp.config.grammar.Reading;
import io.runwisp.notify.http.WebReceiver;
import io.runwisp.notify.http.WebReceiver.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

    private static final Message TRICKY = Samples.failed("a<b>&\"c_d\"", "It is 5 > 3.", List.of("x"));

    @TempDir
    Path folder;

    @Test
    void everyFieldHasItsValue() {
        Content content = new Content(Samples.failed());
        List<String> values = List.of(MessageField.values())
            .stream()
            .map(f -> f.word() + "=" + content.get(f))
            .toList();
        assertEquals(List.of("headline=❌ backup-db failed", "emoji=❌", "title=backup-db failed", "unit=backup-db",
                "unit_kind=task", "verb=failed",
                "kind=run.failed", "severity=error", "sentence=Exit code 3 after 42 s.",
                "trigger=By schedule, 26 Nov, 03:03", "time=26 Nov, 03:03", "time_rfc=2026-11-26T03:03:04+01:00",
                "duration=42 s", "started=2026-11-26T03:02:22+01:00", "ended=2026-11-26T03:03:04+01:00", "exit_code=3",
                "attempt=2", "replica=0", "run_id=01JDKZ7Q9V8W3X4Y5Z6A7B8C9D", "tail=dump: begun\ndump: no space left",
                "count=", "repeats=", "run_url=https://ops.example/tasks/backup-db/01JDKZ",
                "unit_url=https://ops.example/tasks/backup-db", "link_label=Open run", "instance=shop-1",
                "fingerprint=rw-3f9a0c12"), values);
    }

    @Test
    void sectionsShowWhatIsThereAndFiltersChangeIt() {
        assertEquals("BACKUP-DB dump: begun\ndump: no space left",
                rendered("{{unit|upper}}{{#count}} ×{{count}}{{/count}} {{#tail}}{{tail}}{{/tail}}{{^tail}}no{{/tail}}",
                        Samples.failed(), Escape.NONE));
        assertEquals("a&lt;b&gt;&amp;&quot;c_d&quot; a<b>&\"c_d\" a<b\\>&\"c\\_d\" a<b>&\\\"c_d\\\"",
                rendered("{{unit}} {{unit|raw}} {{unit|telegram}} {{unit|json}}", TRICKY, Escape.HTML));
    }

    @Test
    void valuesAreEscapedAsTheProviderNeedsIt() throws IOException {
        assertEquals("<b>a&lt;b&gt;&amp;&quot;c_d&quot;</b>\n<i>RunWisp on shop-1 · rw-3f9a0c12</i>",
                telegram("<b>{{unit}}</b>", "HTML").get("text").asText());
        JsonNode markdown = telegram("*{{sentence}}*", "MarkdownV2");
        assertEquals("*It is 5 \\> 3\\.*\n_RunWisp on shop\\-1 · rw\\-3f9a0c12_", markdown.get("text").asText());
        assertEquals("MarkdownV2", markdown.get("parse_mode").asText());
        String slack = sent("type = \"slack\"\nwebhook_url = \"URL\"", "*{{unit}}*").body();
        assertEquals("*a&lt;b&gt;&amp;\"c_d\"*", new ObjectMapper().readTree(slack).at("/blocks/0/text/text").asText());
        String discord = sent("type = \"discord\"\nwebhook_url = \"URL\"", "**{{unit}}**").body();
        assertEquals("**a\\<b\\>&\"c\\_d\"**",
                new ObjectMapper().readTree(discord).at("/embeds/0/description").asText());
    }

    @Test
    void theTemplateOfAWebhookIsItsBody() throws IOException {
        Request json = sent("type = \"webhook\"\nurl = \"URL\"", "{\"who\": {\"name\": \"{{unit}}\"}}");
        assertEquals("a<b>&\"c_d\"", new ObjectMapper().readTree(json.body()).at("/who/name").asText());
        assertEquals("application/json; charset=utf-8", json.headers().get("Content-Type"));
        Request text = sent("type = \"webhook\"\nurl = \"URL\"\nheaders = { Content-Type = \"text/x-own\" }",
                "{{unit}} {{verb}}");
        assertEquals("a<b>&\"c_d\" failed", text.body());
        assertEquals("text/x-own", text.headers().get("Content-Type"));
    }

    private JsonNode telegram(String template, String mode) throws IOException {
        return new ObjectMapper().readTree(sent("type = \"telegram\"\nbot_token = \"1:a\"\nchat_id = \"1\"\n"
                + "base_url = \"URL\"\nparse_mode = \"" + mode + "\"", template)
            .body());
    }

    private Request sent(String keys, String template) throws IOException {
        Files.writeString(folder.resolve("t.txt"), template);
        try (WebReceiver receiver = WebReceiver.answering(200, "", "ok")) {
            Delivery delivery = Samples
                .channel(folder, keys.replace("URL", receiver.url()) + "\ntemplate_path = \"t.txt\"", Optional.empty())
                .deliver(TRICKY, Samples.PATIENT);
            assertTrue(delivery instanceof Delivery.Delivered, delivery.toString());
            return receiver.request();
        }
    }

    private static String rendered(String template, Message message, Escape escape) {
        return switch (MessageTemplate.read(template)) {
            case Reading.Good<MessageTemplate>(MessageTemplate good) ->
                Rendering.of(good, new Content(message), escape);
            case Reading.Bad<MessageTemplate> bad -> throw new AssertionError(bad.reason());
        };
    }
}
