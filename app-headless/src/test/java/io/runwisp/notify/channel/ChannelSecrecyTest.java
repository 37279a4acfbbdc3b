package io.runwisp.notify.channel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.notify.http.WebReceiver;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a provider sends back of what it got, in whatever form: no text about it shows a secret. */
class ChannelSecrecyTest {

    private static final String SECRET = "geheim/Wort+9";
    private static final List<String> NOTIFIERS = List.of(
            "type = \"slack\"\nwebhook_url = \"URL/services/" + SECRET + "\"",
            "type = \"discord\"\nwebhook_url = \"URL/api/webhooks/1/" + SECRET + "?thread=" + SECRET + "\"",
            "type = \"telegram\"\nbot_token = \"" + SECRET + "\"\nchat_id = \"1\"\nbase_url = \"URL\"",
            "type = \"webhook\"\nurl = \"URL/in/" + SECRET + "\"\nheaders = { Authorization = \"Bearer " + SECRET
                    + "\" }",
            "type = \"ntfy\"\ntopic = \"t\"\ntoken = \"" + SECRET + "\"\nurl = \"URL\"",
            "type = \"gotify\"\nurl = \"URL\"\ntoken = \"" + SECRET + "\"",
            "type = \"pushover\"\ntoken = \"" + SECRET + "\"\nuser = \"u" + SECRET + "\"\nbase_url = \"URL\"");

    @TempDir
    Path folder;

    @Test
    void noSecretIsInAnyAnswer() throws IOException {
        for (String keys : NOTIFIERS) {
            for (int status : new int[]{200, 302, 404, 500}) {
                try (WebReceiver receiver = echoing(status, !keys.contains("/" + SECRET))) {
                    Channel channel = Samples.channel(folder, keys.replace("URL", receiver.url()));
                    String said = channel.deliver(Samples.failed(), Samples.PATIENT) + " " + channel;
                    assertTrue(said.contains("HTTP " + status), said);
                    assertSecret(said);
                }
            }
        }
    }

    @Test
    void noSecretIsInAFailureOfTheConnection() {
        for (String keys : NOTIFIERS) {
            for (String url : List.of("http://127.0.0.1:1", "https://127.0.0.1:1", "http://no-such-host.invalid")) {
                assertSecret(Samples.channel(folder, keys.replace("URL", url))
                    .deliver(Samples.failed(), Samples.PATIENT)
                    .toString());
            }
        }
    }

    @Test
    void noSecretIsInAnyTextOfANotifier() {
        for (String keys : NOTIFIERS) {
            assertSecret(Samples.notifier(folder, keys.replace("URL", "http://127.0.0.1:1")).toString());
        }
    }

    @Test
    void thePasswordOfAMailServerIsNotTold() throws IOException {
        String login = Base64.getEncoder().encodeToString(("\0jobs\0" + SECRET).getBytes(StandardCharsets.UTF_8));
        String alone = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        javax.net.ssl.SSLContext tls = context();
        for (String answer : List.of("535 not " + SECRET, "535 not " + login, "454 later " + alone)) {
            try (MailServer server = new MailServer(tls, line -> line.startsWith("AUTH") ? answer : null)) {
                String said = Samples.channel(folder, "type = \"smtp\"\nhost = \"localhost\"\nport = " + server.port()
                        + "\ntls_skip_verify = true\nusername = \"jobs\"\npassword = \"" + SECRET
                        + "\"\nfrom = \"a@b.example\"\nto = [\"c@d.example\"]")
                    .deliver(Samples.failed(), Samples.PATIENT)
                    .toString();
                assertTrue(said.contains("[redacted]"), said);
                assertFalse(said.contains(login) || said.contains(alone), said);
                assertSecret(said);
            }
        }
    }

    private javax.net.ssl.SSLContext context() {
        try {
            return TestCertificate.in(folder).context();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Nobody makes another alphabet of a part of an address; of a token or a header somebody might. */
    private static WebReceiver echoing(int status, boolean base64) {
        String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return WebReceiver.answering(status, "Location: http://127.0.0.1:1/" + encoded + "\r\n",
                "no " + SECRET + " nor " + encoded + " nor " + SECRET.replace("/", "\\/") + " nor "
                        + (base64 ? Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)) : "")
                        + " nor "
                        + encoded.toLowerCase(java.util.Locale.ROOT));
    }

    private static void assertSecret(String text) {
        assertFalse(text.contains("Wort") || text.contains("wort"), text);
        assertFalse(text.contains("Z2VoZWlt"), text);
    }
}
