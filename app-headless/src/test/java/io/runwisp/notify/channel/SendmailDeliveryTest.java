package io.runwisp.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.notify.channel.Delivery.Delivered;
import io.runwisp.notify.channel.Delivery.Failed;
import io.runwisp.notify.channel.Delivery.Refused;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail through programs that stand in for a local mailer. */
class SendmailDeliveryTest {

    @TempDir
    Path folder;

    @Test
    void theMailerGetsAMailAndItsRecipientsFromIt() throws Exception {
        Path mailer = mailer("echo \"$@\" > " + folder + "/args; cat > " + folder + "/mail; echo queued as 7");
        assertEquals(new Delivered("queued as 7"), deliver(mailer, Samples.failed(), Samples.PATIENT));
        assertEquals("-t -i\n", Files.readString(folder.resolve("args")));
        String written = Files.readString(folder.resolve("mail"));
        assertFalse(written.contains("\r"), "a local mailer wants plain line ends");
        assertTrue(written.chars().allMatch(c -> c < 128), "it need not know eight bits");
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(written.getBytes(StandardCharsets.US_ASCII)));
        assertEquals("❌ backup-db failed", mail.getSubject());
        assertEquals("ops@shop.example", mail.getRecipients(RecipientType.TO)[0].toString());
        assertEquals("archive@shop.example", mail.getRecipients(RecipientType.BCC)[0].toString());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
        assertEquals("All", mail.getHeader("X-Auto-Response-Suppress")[0]);
        String text = (String) mail.getContent();
        assertTrue(text.contains("dump: no space left") && text.contains("· rw-3f9a0c12"), text);
    }

    @Test
    void nobodyWritesAHeaderThroughATitle() throws Exception {
        Path mailer = mailer("cat > " + folder + "/mail");
        Message evil = Samples.failed("x\nBcc: all@evil.example\n\nHello", "so\n.\nit is", java.util.List.of());
        assertInstanceOf(Delivered.class, deliver(mailer, evil, Samples.PATIENT));
        assertEquals(1, Files.readAllLines(folder.resolve("mail")).stream().filter(l -> l.startsWith("Bcc")).count());
    }

    @Test
    void onlyExitCode75IsTriedAgain() throws IOException {
        assertEquals(new Failed(folder + "/mailer ended with exit code 75: queue full"),
                deliver(mailer("cat >/dev/null; echo queue full >&2; exit 75"), Samples.failed(), Samples.PATIENT));
        assertEquals(new Refused(folder + "/mailer ended with exit code 67: who?"),
                deliver(mailer("cat >/dev/null; echo 'who?' >&2; exit 67"), Samples.failed(), Samples.PATIENT));
    }

    @Test
    void aMailerThatHangsIsKilled() throws IOException {
        assertEquals(new Failed(folder + "/mailer did not end within 900 ms: begun"),
                deliver(mailer("echo begun; sleep 600"), Samples.failed(), Duration.ofMillis(900)));
    }

    @Test
    void aMailerThatIsNotThereIsSaid() throws IOException {
        assertEquals(new Refused("there is no program " + folder + "/gone"),
                deliver(folder.resolve("gone"), Samples.failed(), Samples.PATIENT));
    }

    private Path mailer(String script) throws IOException {
        return Files.setPosixFilePermissions(Files.writeString(folder.resolve("mailer"), "#!/bin/sh\n" + script + "\n"),
                PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Delivery deliver(Path mailer, Message message, Duration limit) {
        return Samples.channel(folder, "type = \"sendmail\"\nsendmail_path = \"" + mailer
                + "\"\nfrom = \"Jobs <jobs@shop.example>\"\nto = [\"ops@shop.example\"]\nbcc = [\"archive@shop.example\"]",
                Optional.empty())
            .deliver(message, limit);
    }
}
