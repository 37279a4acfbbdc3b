package io.runwisp.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.runwisp.model.EventSeverity;
import io.runwisp.notify.channel.Delivery.Delivered;
import io.runwisp.notify.http.WebReceiver;
import io.runwisp.notify.http.WebReceiver.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each provider gets, field by field, and that it is never more than the provider takes. */
class PayloadTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Every character of it is escaped by somebody, and two of three need two UTF-16 units or more. */
    private static final Message HUGE = Samples.failed("<&\"😀_*".repeat(200),
            "`&<>\"'\\_*[]()~#+-=|{}.!😀".repeat(500),
            Collections.nCopies(50, "```<!channel> @everyone 😀".repeat(40)));

    @TempDir
    Path folder;

    @Test
    void slack() throws IOException {
        Request request = sent(
                "type = \"slack\"\nwebhook_url = \"https://hooks.slack.example/services/T0/B0/secret?x=1\"\n"
                        + "channel = \"#jobs\"\nbase_url = \"URL/\"",
                Optional.empty(), Samples.failed());
        assertEquals("POST /services/T0/B0/secret?x=1 HTTP/1.1", request.line());
        assertEquals(JSON.readTree("""
                {"channel": "#jobs", "text": "❌ backup-db failed", "blocks": [
                  {"type": "header", "text": {"type": "plain_text", "text": "❌ backup-db failed"}},
                  {"type": "section", "text": {"type": "plain_text",
                    "text": "Exit code 3 after 42 s.\\nBy schedule, 26 Nov, 03:03"}},
                  {"type": "section", "text": {"type": "mrkdwn",
                    "text": "```\\ndump: begun\\ndump: no space left\\n```"}},
                  {"type": "actions", "elements": [{"type": "button", "text": {"type": "plain_text", "text": "Open run"},
                    "url": "https://ops.example/tasks/backup-db/01JDKZ"}]},
                  {"type": "context", "elements": [{"type": "plain_text", "text": "RunWisp on shop-1 · rw-3f9a0c12"}]}]}
                """), JSON.readTree(request.body()));
    }

    @Test
    void slackTakesNoMoreThanThis() throws IOException {
        JsonNode huge = JSON.readTree(sent(SLACK, Optional.of("@ops"), HUGE).body());
        assertEquals("@ops", huge.get("channel").asText());
        JsonNode blocks = huge.get("blocks");
        assertTrue(blocks.size() <= 50);
        assertAtMost(150, blocks.get(0).get("text").get("text"));
        assertAtMost(3000, blocks.get(1).get("text").get("text"));
        String tail = blocks.get(2).get("text").get("text").asText();
        assertAtMost(3000, blocks.get(2).get("text").get("text"));
        assertEquals(2, tail.split("```", -1).length - 1, "the output does not end its block: " + tail);
        assertTrue(!tail.contains("<") && tail.contains("&lt;!channel&gt;"), tail);
    }

    @Test
    void telegram() throws IOException {
        Request request = sent(TELEGRAM, Optional.empty(), Samples.failed("a<b", "5 > 3 & \"so\".", List.of("<x>")));
        assertEquals("POST /bot123:ABC-geheim/sendMessage HTTP/1.1", request.line());
        assertEquals(JSON.readTree("""
                {"chat_id": "-100200", "parse_mode": "HTML", "link_preview_options": {"is_disabled": true},
                 "text": "<b>❌ a&lt;b failed</b>\\n5 &gt; 3 &amp; &quot;so&quot;.\\nBy schedule, 26 Nov, 03:03\\n\
                <blockquote>&lt;x&gt;</blockquote>\\n<a href=\\"https://ops.example/tasks/backup-db/01JDKZ\\">Open run</a>\\n\
                <i>RunWisp on shop-1 · rw-3f9a0c12</i>"}
                """), JSON.readTree(request.body()));
        assertAtMost(4096, JSON.readTree(sent(TELEGRAM, Optional.empty(), HUGE).body()).get("text"));
        Message marks = Samples.failed("a", "\"".repeat(2000), List.of());
        JsonNode huge = JSON.readTree(sent(TELEGRAM, Optional.of("@ops"), marks).body());
        assertEquals("@ops", huge.get("chat_id").asText());
        assertAtMost(4096, huge.get("text"));
        assertTrue(huge.get("text").asText().endsWith("RunWisp on shop-1 · rw-3f9a0c12"));
        assertEquals(null, huge.get("parse_mode"), "what is too long with its marks is sent without any");
    }

    @Test
    void discord() throws IOException {
        Request request = sent(DISCORD, Optional.empty(), Samples.failed());
        assertEquals("POST /api/webhooks/1/geheim HTTP/1.1", request.line());
        assertEquals(JSON.readTree("""
                {"allowed_mentions": {"parse": []}, "embeds": [{"title": "❌ backup-db failed",
                  "url": "https://ops.example/tasks/backup-db/01JDKZ", "color": 15548997,
                  "description": "Exit code 3 after 42 s.\\nBy schedule, 26 Nov, 03:03\\n```\\ndump: begun\\ndump: no space left\\n```",
                  "footer": {"text": "RunWisp on shop-1 · rw-3f9a0c12"}}]}
                """), JSON.readTree(request.body()));
        JsonNode embed = JSON.readTree(sent(DISCORD, Optional.empty(), HUGE).body()).get("embeds").get(0);
        assertAtMost(256, embed.get("title"));
        assertAtMost(4096, embed.get("description"));
        assertAtMost(2048, embed.get("footer").get("text"));
        assertTrue(embed.get("title").asText().length() + embed.get("description").asText().length()
                + embed.get("footer").get("text").asText().length() <= 6000);
        assertEquals(2, embed.get("description").asText().split("```", -1).length - 1);
    }

    @Test
    void webhook() throws IOException {
        Request request = sent(
                "type = \"webhook\"\nurl = \"URL/in?k=v\"\nheaders = { Authorization = \"Bearer abcd\" }",
                Optional.empty(), Samples.failed());
        assertEquals("POST /in?k=v HTTP/1.1", request.line());
        assertEquals("Bearer abcd", request.headers().get("Authorization"));
        assertEquals(Samples.FINGERPRINT, request.headers().get("X-RunWisp-Fingerprint"));
        assertEquals(JSON.readTree("""
                {"kind": "run.failed", "severity": "error", "timestamp": "2026-11-26T03:03:04+01:00", "task": "backup-db",
                 "unit_kind": "task", "title": "backup-db failed", "message": "Exit code 3 after 42 s.",
                 "trigger": "By schedule, 26 Nov, 03:03", "count": 1,
                 "url": "https://ops.example/tasks/backup-db/01JDKZ", "output_tail": "dump: begun\\ndump: no space left",
                 "run": {"id": "01JDKZ7Q9V8W3X4Y5Z6A7B8C9D", "exit_code": 3, "triggered_by": "cron", "attempt": 2,
                   "replica": 0, "duration_ms": 42000, "started_at": "2026-11-26T03:02:22+01:00",
                   "ended_at": "2026-11-26T03:03:04+01:00", "url": "https://ops.example/tasks/backup-db/01JDKZ"},
                 "source": {"instance": "shop-1", "fingerprint": "rw-3f9a0c12"}}
                """), JSON.readTree(request.body()));
        assertEquals(JSON.readTree("""
                {"kind": "daemon.started", "severity": "info", "timestamp": "2026-11-26T03:03:04+01:00",
                 "title": "Something happened", "message": "It is so.", "trigger": "26 Nov, 03:03", "count": 12,
                 "source": {"instance": "shop-1", "fingerprint": "rw-3f9a0c12"}}
                """), JSON.readTree(sent("type = \"webhook\"\nurl = \"URL\"", Optional.empty(),
                Samples.other("daemon.started", EventSeverity.INFO, Tone.PLAIN, 12))
            .body()));
    }

    @Test
    void ntfy() throws IOException {
        Request request = sent(NTFY, Optional.of("night"), Samples.failed());
        assertEquals("POST / HTTP/1.1", request.line());
        assertEquals("Bearer tk_geheim", request.headers().get("Authorization"));
        assertEquals(JSON.readTree("""
                {"topic": "night", "title": "❌ backup-db failed", "priority": 4,
                 "message": "Exit code 3 after 42 s.\\nBy schedule, 26 Nov, 03:03\\n\\ndump: begun\\ndump: no space left\\n\\n\
                RunWisp on shop-1 · rw-3f9a0c12", "click": "https://ops.example/tasks/backup-db/01JDKZ"}
                """), JSON.readTree(request.body()));
        JsonNode huge = JSON.readTree(sent(NTFY, Optional.empty(), HUGE).body());
        assertEquals("jobs", huge.get("topic").asText());
        assertTrue(huge.get("message").asText().getBytes(StandardCharsets.UTF_8).length <= 4096);
        assertAtMost(250, huge.get("title"));
    }

    @Test
    void gotify() throws IOException {
        Request request = sent(GOTIFY, Optional.empty(), Samples.failed());
        assertEquals("POST /push/message HTTP/1.1", request.line());
        assertEquals("A-geheim", request.headers().get("X-Gotify-Key"));
        assertEquals(JSON.readTree("""
                {"title": "❌ backup-db failed", "priority": 8,
                 "message": "Exit code 3 after 42 s.\\nBy schedule, 26 Nov, 03:03\\n\\ndump: begun\\ndump: no space left\\n\\n\
                RunWisp on shop-1 · rw-3f9a0c12",
                 "extras": {"client::notification": {"click": {"url": "https://ops.example/tasks/backup-db/01JDKZ"}}}}
                """), JSON.readTree(request.body()));
    }

    @Test
    void pushover() throws IOException {
        Request request = sent(PUSHOVER, Optional.of("u-other"), Samples.failed());
        assertEquals("POST /1/messages.json HTTP/1.1", request.line());
        assertEquals(JSON.readTree("""
                {"token": "a-geheim", "user": "u-other", "title": "❌ backup-db failed", "priority": 0,
                 "message": "Exit code 3 after 42 s.\\nBy schedule, 26 Nov, 03:03\\n\\ndump: begun\\ndump: no space left\\n\\n\
                RunWisp on shop-1 · rw-3f9a0c12",
                 "url": "https://ops.example/tasks/backup-db/01JDKZ", "url_title": "Open run"}
                """), JSON.readTree(request.body()));
        JsonNode huge = JSON.readTree(sent(PUSHOVER, Optional.empty(), HUGE).body());
        assertEquals("u-geheim", huge.get("user").asText());
        assertAtMost(1024, huge.get("message"));
        assertTrue(huge.get("message").asText().endsWith("RunWisp on shop-1 · rw-3f9a0c12"));
        assertAtMost(250, huge.get("title"));
    }

    @ParameterizedTest
    @CsvSource({"BAD, 4, 8, 0, ed4245", "WARNING, 3, 5, 0, fee75c", "GOOD, 2, 2, -1, 57f287",
            "PLAIN, 2, 2, -1, 5865f2"})
    void howLoudItIsDependsOnTheTone(Tone tone, int ntfy, int gotify, int pushover, String colour) throws IOException {
        Message message = Samples.other("run.slow", EventSeverity.WARN, tone, 1);
        assertEquals(ntfy, priority(NTFY, message));
        assertEquals(gotify, priority(GOTIFY, message));
        assertEquals(pushover, priority(PUSHOVER, message));
        assertEquals(Integer.parseInt(colour, 16),
                JSON.readTree(sent(DISCORD, Optional.empty(), message).body()).at("/embeds/0/color").asInt());
    }

    @Test
    void howOftenItHappenedIsToldEverywhere() throws IOException {
        Message twelve = Samples.other("run.failed", EventSeverity.ERROR, Tone.BAD, 12);
        for (String keys : ALL) {
            String body = sent(keys, Optional.empty(), twelve).body();
            assertTrue(body.contains("×12") || body.contains("\"count\":12"), body);
        }
    }

    @Test
    void theFingerprintIsOnEveryMessageWithATemplateToo() throws IOException {
        java.nio.file.Files.writeString(folder.resolve("t.txt"), "Only {{unit}}");
        for (String keys : ALL) {
            Request plain = sent(keys, Optional.empty(), Samples.failed());
            assertTrue((plain.body() + plain.headers()).contains(Samples.FINGERPRINT), keys);
            Request own = sent(keys + "\ntemplate_path = \"t.txt\"", Optional.empty(), Samples.failed());
            assertTrue((own.body() + own.headers()).contains(Samples.FINGERPRINT), keys);
            assertTrue(own.body().contains("Only backup-db"), own.body());
        }
    }

    @Test
    void aTemplateThatGivesTooMuchGivesWayRatherThanFail() throws IOException {
        java.nio.file.Files.writeString(folder.resolve("t.txt"), "<b>" + "{{sentence}} ".repeat(20) + "</b>");
        for (String keys : ALL) {
            JsonNode huge = keys.contains("webhook\"\nurl")
                    ? JSON.nullNode()
                    : JSON.readTree(sent(keys + "\ntemplate_path = \"t.txt\"", Optional.empty(), HUGE).body());
            assertAtMost(4096, huge.path("text"));
            assertAtMost(4096, huge.path("message"));
            assertAtMost(4096, huge.at("/embeds/0/description"));
            huge.path("blocks").forEach(block -> assertAtMost(3000, block.path("text").path("text")));
        }
    }

    private static final String SLACK = "type = \"slack\"\nwebhook_url = \"URL/services/T0/B0/geheim\"";
    private static final String TELEGRAM = "type = \"telegram\"\nbot_token = \"123:ABC-geheim\"\nchat_id = \"-100200\"\n"
            + "base_url = \"URL\"";
    private static final String DISCORD = "type = \"discord\"\nwebhook_url = \"https://d.example/api/webhooks/1/geheim\"\n"
            + "base_url = \"URL\"";
    private static final String WEBHOOK = "type = \"webhook\"\nurl = \"URL/in\"";
    private static final String NTFY = "type = \"ntfy\"\ntopic = \"jobs\"\ntoken = \"tk_geheim\"\nurl = \"URL\"";
    private static final String GOTIFY = "type = \"gotify\"\nurl = \"URL/push\"\ntoken = \"A-geheim\"";
    private static final String PUSHOVER = "type = \"pushover\"\ntoken = \"a-geheim\"\nuser = \"u-geheim\"\nbase_url = \"URL\"";
    private static final List<String> ALL = List.of(SLACK, TELEGRAM, DISCORD, WEBHOOK, NTFY, GOTIFY, PUSHOVER);

    private int priority(String keys, Message message) throws IOException {
        return JSON.readTree(sent(keys, Optional.empty(), message).body()).get("priority").asInt();
    }

    private Request sent(String keys, Optional<String> target, Message message) throws IOException {
        try (WebReceiver receiver = WebReceiver.answering(200, "", "{\"ok\":true}")) {
            Delivery delivery = Samples.channel(folder, keys.replace("URL", receiver.url()), target)
                .deliver(message, Samples.PATIENT);
            assertInstanceOf(Delivered.class, delivery, delivery.toString());
            return receiver.request();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertAtMost(int most, JsonNode text) {
        assertTrue(text.asText().length() <= most, text.asText().length() + " > " + most);
    }
}
