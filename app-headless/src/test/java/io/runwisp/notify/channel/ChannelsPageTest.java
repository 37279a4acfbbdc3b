package io.runwisp.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.Config;
import io.runwisp.config.Loading;
import io.runwisp.config.Notifier;
import io.runwisp.config.grammar.MessageField;
import io.runwisp.config.grammar.MessageFilter;
import io.runwisp.config.language.Table;
import io.runwisp.notify.http.WebReceiver;
import io.runwisp.notify.http.WebSender;
import io.runwisp.process.SessionCommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide page about providers is true. */
class ChannelsPageTest {

    private static final Path PAGE = Path.of("../docs/guide/channels.md");
    private static final Pattern BLOCK = Pattern.compile("```(toml|text)\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, String> VARIABLES = Map.of("TELEGRAM_TOKEN", "1:a", "SMTP_PASSWORD", "p",
            "DISCORD_WEBHOOK", "https://d.example/w", "AUDIT_TOKEN", "abc", "NTFY_TOKEN", "t", "GOTIFY_TOKEN", "g",
            "PUSHOVER_TOKEN", "p", "PUSHOVER_USER", "u", "HOME", "/root");

    @TempDir
    Path folder;

    @Test
    void everyExampleLoadsAndEveryTypeHasOne() throws IOException {
        Config config = config();
        Set<Table> types = config.notifications().notifiers().stream().map(Notifier::type).collect(Collectors.toSet());
        assertEquals(EnumSet.of(Table.SLACK, Table.TELEGRAM, Table.SMTP, Table.SENDMAIL, Table.DISCORD, Table.WEBHOOK,
                Table.NTFY, Table.GOTIFY, Table.PUSHOVER), types);
        Channels channels = new Channels(new SessionCommandRunner(), new WebSender(), () -> Samples.AT);
        config.notifications().notifiers().forEach(notifier -> channels.open(notifier, Optional.empty()));
    }

    @Test
    void theTemplateOfThePageIsDelivered() throws IOException {
        Notifier night = config().notifications()
            .notifiers()
            .stream()
            .filter(n -> n.id().equals("night"))
            .findFirst()
            .orElseThrow();
        try (WebReceiver receiver = WebReceiver.answering(200, "", "ok")) {
            Delivery delivery = Samples
                .channel(folder, "type = \"ntfy\"\ntopic = \"night\"\ntemplate_path = \"night.txt\"\nurl = \""
                        + receiver.url() + "\"")
                .deliver(Samples.failed(), Samples.PATIENT);
            assertInstanceOf(Delivery.Delivered.class, delivery);
            assertTrue(receiver.request().body().contains("It said: dump: begun"), receiver.request().body());
            assertTrue(night.template() != null);
        }
    }

    @Test
    void everyFieldAndFilterIsNamed() throws IOException {
        String page = Files.readString(PAGE);
        for (MessageField field : MessageField.values()) {
            assertTrue(page.contains("`" + field.word() + "`"), field.word());
        }
        for (MessageFilter filter : MessageFilter.values()) {
            assertTrue(page.contains("`" + filter.word() + "`"), filter.word());
        }
    }

    private Config config() throws IOException {
        StringBuilder toml = new StringBuilder();
        Loading loading = new Loading(folder, VARIABLES).with("slack.url", "https://hooks.example/services/a");
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        while (blocks.find()) {
            if (blocks.group(1).equals("toml")) {
                toml.append(blocks.group(2));
            } else {
                loading = loading.with("night.txt", blocks.group(2));
            }
        }
        return loading.valid(toml + "[tasks.a]\nrun = \"true\"\n");
    }
}
