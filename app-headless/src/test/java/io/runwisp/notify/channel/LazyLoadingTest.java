package io.runwisp.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon whose configuration has notifiers loads nothing for them until there is something to deliver. */
class LazyLoadingTest {

    @TempDir
    Path folder;

    @Test
    void whoOpensChannelsLoadsNothingOfAProvider() throws Exception {
        List<String> loaded = loadedBy("open");
        assertTrue(loaded.stream().anyMatch(name -> name.contains("SmtpChannel")), "the test sees what is loaded");
        assertEquals(List.of(), loaded.stream().filter(LazyLoadingTest::belongsToAProvider).toList());
    }

    @Test
    void theCheckOfThisTestFindsWhatADeliveryLoads() throws Exception {
        List<String> loaded = loadedBy("deliver").stream().filter(LazyLoadingTest::belongsToAProvider).toList();
        assertTrue(loaded.stream().anyMatch(name -> name.contains("jakarta.mail.Session")), loaded.toString());
        assertTrue(loaded.stream().anyMatch(name -> name.contains("jdk.internal.net.http.HttpClientImpl")));
    }

    private static boolean belongsToAProvider(String line) {
        return Stream
            .of("jakarta.", "org.eclipse.angus", "java.net.http.HttpClient", "jdk.internal.net.http", "javax.net.ssl",
                    "com.fasterxml")
            .anyMatch(line::contains);
    }

    private List<String> loadedBy(String deed) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:off", "-Xlog:class+load:stdout", "-cp", System.getProperty("java.class.path"),
                Opening.class.getName(), folder.toString(), deed)
            .redirectErrorStream(true)
            .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor(), said);
        return said.lines()
            .filter(line -> line.contains("source:"))
            .map(line -> line.replaceFirst(" source:.*", ""))
            .toList();
    }

    /** Opens a channel of every type in a process of its own. */
    static final class Opening {

        private Opening() {
        }

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            String mail = "from = \"a@b.example\"\nto = [\"c@d.example\"]\n";
            List<Channel> channels = Stream.of("type = \"slack\"\nwebhook_url = \"http://127.0.0.1:1/a\"",
                    "type = \"discord\"\nwebhook_url = \"http://127.0.0.1:1/a\"",
                    "type = \"telegram\"\nbot_token = \"a\"\nchat_id = \"1\"\nbase_url = \"http://127.0.0.1:1\"",
                    "type = \"webhook\"\nurl = \"http://127.0.0.1:1\"",
                    "type = \"ntfy\"\ntopic = \"t\"\nurl = \"http://127.0.0.1:1\"",
                    "type = \"gotify\"\nurl = \"http://127.0.0.1:1\"\ntoken = \"a\"",
                    "type = \"pushover\"\ntoken = \"a\"\nuser = \"u\"\nbase_url = \"http://127.0.0.1:1\"",
                    "type = \"sendmail\"\nsendmail_path = \"/bin/true\"\n" + mail,
                    "type = \"smtp\"\nhost = \"127.0.0.1\"\nport = 1\n" + mail)
                .map(keys -> Samples.channel(folder, keys))
                .toList();
            if (arguments[1].equals("deliver")) {
                channels.forEach(channel -> channel.deliver(Samples.failed(), Samples.PATIENT));
            }
        }
    }
}
