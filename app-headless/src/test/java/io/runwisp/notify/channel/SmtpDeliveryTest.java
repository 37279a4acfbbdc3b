package io.runwisp.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.runwisp.notify.channel.Delivery.Delivered;
import io.runwisp.notify.channel.Delivery.Failed;
import io.runwisp.notify.channel.Delivery.Refused;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail through servers on loopback. */
class SmtpDeliveryTest {

    private static final Duration SOON = Duration.ofMillis(800);
    private static final String LOGIN = "username = \"jobs\"\npassword = \"geheimes-wort\"\n";

    @TempDir
    Path folder;

    @Test
    void aServerWithImplicitTlsAndALoginGetsAMailInTextAndHtml() throws Exception {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTPS);
        try {
            server.setUser("ops@shop.example", "jobs", "geheimes-wort");
            Delivery delivery = channel(server.getSmtps().getPort(), "tls_mode = \"implicit\"\ntls_skip_verify = true\n"
                    + LOGIN + "cc = [\"Lead <lead@shop.example>\"]\nbcc = [\"archive@shop.example\"]\n"
                    + "reply_to = \"noreply@shop.example\"\n")
                .deliver(Samples.failed(), Samples.PATIENT);
            assertTrue(assertInstanceOf(Delivered.class, delivery).answer().startsWith("250"), delivery.toString());
            MimeMessage[] mails = server.getReceivedMessages();
            assertEquals(3, mails.length, "to, cc and bcc");
            MimeMessage mail = mails[0];
            assertEquals("❌ backup-db failed", mail.getSubject());
            assertTrue(mail.getHeader("Subject")[0].startsWith("=?UTF-8?"), mail.getHeader("Subject")[0]);
            assertEquals("Jobs <jobs@shop.example>", mail.getFrom()[0].toString());
            assertEquals("noreply@shop.example", mail.getReplyTo()[0].toString());
            assertEquals("lead@shop.example",
                    ((InternetAddress) mail.getRecipients(RecipientType.CC)[0]).getAddress());
            assertEquals(null, mail.getRecipients(RecipientType.BCC));
            assertEquals(Date.from(Samples.AT), mail.getSentDate());
            assertTrue(mail.getMessageID().matches("<[0-9a-f-]{36}@shop.example>"), mail.getMessageID());
            assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
            assertEquals(Samples.FINGERPRINT, mail.getHeader("X-RunWisp-Fingerprint")[0]);
            MimeMultipart both = (MimeMultipart) mail.getContent();
            assertTrue(both.getContentType().startsWith("multipart/alternative"), both.getContentType());
            String text = ((String) both.getBodyPart(0).getContent()).replace("\r\n", "\n");
            assertEquals("""
                    Exit code 3 after 42 s.
                    By schedule, 26 Nov, 03:03

                    Its last lines:

                        dump: begun
                        dump: no space left

                    Open run: https://ops.example/tasks/backup-db/01JDKZ

                    --\s
                    RunWisp on shop-1 · rw-3f9a0c12
                    """, text);
            String html = (String) both.getBodyPart(1).getContent();
            assertTrue(html.contains("<a href=\"https://ops.example/tasks/backup-db/01JDKZ\">Open run</a>"), html);
            assertTrue(html.contains("RunWisp on shop-1 · rw-3f9a0c12"), html);
        } finally {
            server.stop();
        }
    }

    @Test
    void aTargetTakesThePlaceOfAllRecipients() throws Exception {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
        try {
            Delivery delivery = channel(server.getSmtp().getPort(),
                    "tls_mode = \"off\"\ncc = [\"lead@shop.example\"]\nbcc = [\"archive@shop.example\"]\n",
                    Optional.of("orders@shop.example"))
                .deliver(Samples.failed(), Samples.PATIENT);
            assertInstanceOf(Delivered.class, delivery);
            assertEquals(1, server.getReceivedMessages().length);
            assertEquals("orders@shop.example",
                    server.getReceivedMessages()[0].getRecipients(RecipientType.TO)[0].toString());
            assertEquals(null, server.getReceivedMessages()[0].getRecipients(RecipientType.CC));
        } finally {
            server.stop();
        }
    }

    @Test
    void aWrongPasswordIsFinalAndNotTold() throws Exception {
        GreenMail server = server(ServerSetup.PROTOCOL_SMTPS);
        try {
            server.setUser("ops@shop.example", "jobs", "another");
            Delivery delivery = channel(server.getSmtps().getPort(),
                    "tls_mode = \"implicit\"\ntls_skip_verify = true\n" + LOGIN)
                .deliver(Samples.failed(), Samples.PATIENT);
            String reason = assertInstanceOf(Refused.class, delivery).reason();
            assertTrue(reason.startsWith("localhost: the login was not accepted: 535"), reason);
            assertFalse(reason.contains("geheimes-wort"), reason);
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsUpgradedIsLoggedInToOnlyBehindTheUpgrade() throws Exception {
        SSLContext tls = TestCertificate.in(folder).context();
        try (MailServer server = new MailServer(tls, _ -> null)) {
            Delivery delivery = channel(server.port(), "tls_skip_verify = true\n" + LOGIN)
                .deliver(Samples.failed(), Samples.PATIENT);
            assertEquals(new Delivered("250 queued as 4711"), delivery);
            assertEquals(List.of("EHLO shop-1", "STARTTLS"), server.said().subList(0, 2));
            assertTrue(server.said().stream().filter(line -> line.contains("AUTH")).allMatch(l -> l.startsWith("TLS")));
            assertTrue(server.said().contains("TLS RCPT TO:<ops@shop.example>"), server.said().toString());
        }
    }

    @Test
    void aCertificateThatIsBelievedIsEnough() throws Exception {
        SSLContext tls = TestCertificate.in(folder).context();
        SSLContext usual = SSLContext.getDefault();
        try (MailServer server = new MailServer(tls, _ -> null)) {
            SSLContext.setDefault(tls);
            assertEquals(new Delivered("250 queued as 4711"),
                    channel(server.port(), LOGIN).deliver(Samples.failed(), Samples.PATIENT));
            Delivery elsewhere = Samples
                .channel(folder, keys(server.port(), LOGIN).replace("\"localhost\"", "\"127.0.0.1\""))
                .deliver(Samples.failed(), Samples.PATIENT);
            assertInstanceOf(Failed.class, elsewhere, "the certificate is that of another name");
        } finally {
            SSLContext.setDefault(usual);
        }
    }

    @Test
    void aCertificateThatNobodyKnowsIsNotBelieved() throws Exception {
        SSLContext tls = TestCertificate.in(folder).context();
        try (MailServer server = new MailServer(tls, _ -> null)) {
            Delivery delivery = channel(server.port(), LOGIN).deliver(Samples.failed(), Samples.PATIENT);
            String reason = assertInstanceOf(Failed.class, delivery).reason();
            assertTrue(reason.contains("TLS failed"), reason);
            assertTrue(server.said().stream().noneMatch(line -> line.contains("AUTH")), server.said().toString());
        }
    }

    @Test
    void aServerThatCannotBeUpgradedGetsNothing() throws Exception {
        try (MailServer server = new MailServer(null, _ -> null)) {
            Delivery delivery = channel(server.port(), LOGIN).deliver(Samples.failed(), Samples.PATIENT);
            String reason = assertInstanceOf(Refused.class, delivery).reason();
            assertTrue(reason.contains("STARTTLS is required"), reason);
            assertTrue(server.said().stream().noneMatch(line -> line.contains("AUTH") || line.contains("MAIL")));
        }
    }

    @Test
    void aRecipientWhoIsRefusedForEverIsFinal() throws Exception {
        try (MailServer server = new MailServer(null,
                line -> line.startsWith("RCPT") ? "550 5.1.1 no such person" : null)) {
            assertEquals(new Refused("localhost: 550 5.1.1 no such person"),
                    channel(server.port(), "tls_mode = \"off\"").deliver(Samples.failed(), Samples.PATIENT));
        }
    }

    @Test
    void aRecipientWhoIsRefusedForNowIsNotFinal() throws Exception {
        try (MailServer server = new MailServer(null, line -> line.startsWith("RCPT") ? "451 greylisted" : null)) {
            assertEquals(new Failed("localhost: 451 greylisted"),
                    channel(server.port(), "tls_mode = \"off\"").deliver(Samples.failed(), Samples.PATIENT));
        }
    }

    /** Trying again would send it once more to the others. */
    @Test
    void oneRecipientWhoIsRefusedDoesNotHoldUpTheOthers() throws Exception {
        try (MailServer server = new MailServer(null, line -> line.startsWith("RCPT") && line.contains("gone")
                ? "550 no such person"
                : null)) {
            assertEquals(new Delivered("taken, but not for everybody: 550 no such person"),
                    channel(server.port(), "tls_mode = \"off\"\ncc = [\"gone@shop.example\"]")
                        .deliver(Samples.failed(), Samples.PATIENT));
            assertTrue(server.said().contains("DATA"), server.said().toString());
        }
    }

    @Test
    void whatAServerSaysToTheMailItselfDecides() throws Exception {
        try (MailServer later = new MailServer(null, line -> line.equals(".") ? "452 disk full" : null);
                MailServer never = new MailServer(null, line -> line.equals(".") ? "554 looks like spam" : null);
                MailServer busy = new MailServer(null, line -> line.isEmpty() ? "421 too busy" : null)) {
            assertEquals(new Failed("localhost: 452 disk full"), plain(later));
            assertEquals(new Refused("localhost: 554 looks like spam"), plain(never));
            assertInstanceOf(Failed.class, plain(busy));
        }
    }

    @Test
    void whoHangsAnywhereIsLeftWhenTheTimeIsOver() throws Exception {
        for (String where : List.of("", "EHLO", "MAIL", "RCPT", "DATA", ".")) {
            for (String how : List.of(MailServer.SILENCE, MailServer.DRIP)) {
                try (MailServer server = new MailServer(null,
                        line -> where.isEmpty() ? line.isEmpty() ? how : null : line.startsWith(where) ? how : null)) {
                    long begin = System.nanoTime();
                    Delivery delivery = channel(server.port(), "tls_mode = \"off\"").deliver(Samples.failed(), SOON);
                    assertInstanceOf(Failed.class, delivery, where + " " + how);
                    long took = System.nanoTime() - begin;
                    assertTrue(Duration.ofNanos(took).compareTo(SOON.multipliedBy(4)) < 0, where + " " + how);
                }
            }
        }
    }

    @Test
    void aFarewellThatNeverComesIsNotWaitedFor() throws Exception {
        try (MailServer server = new MailServer(null, line -> line.startsWith("QUIT") ? MailServer.SILENCE : null)) {
            assertEquals(new Delivered("250 queued as 4711"), plain(server));
        }
    }

    @Test
    void anInterruptEndsItAndStaysSet() throws Exception {
        try (MailServer server = new MailServer(null, line -> line.startsWith("MAIL") ? MailServer.SILENCE : null)) {
            AtomicReference<Delivery> delivery = new AtomicReference<>();
            AtomicBoolean flag = new AtomicBoolean();
            Channel channel = channel(server.port(), "tls_mode = \"off\"");
            Thread worker = Thread.ofPlatform().start(() -> {
                delivery.set(channel.deliver(Samples.failed(), Samples.PATIENT));
                flag.set(Thread.currentThread().isInterrupted());
            });
            while (server.said().size() < 2) {
                Thread.onSpinWait();
            }
            worker.interrupt();
            worker.join(Samples.PATIENT);
            assertEquals(new Failed("it was interrupted"), delivery.get());
            assertTrue(flag.get());
        }
    }

    @Test
    void nobodyWritesAHeaderThroughATitle() throws Exception {
        try (MailServer server = new MailServer(null, _ -> null)) {
            Message evil = Samples.failed("x\r\nBcc: all@evil.example\r\n\r\nHello", "a\r\n.\r\nMAIL FROM:<b@evil>",
                    List.of(".", "QUIT"));
            assertInstanceOf(Delivered.class,
                    channel(server.port(), "tls_mode = \"off\"").deliver(evil, Samples.PATIENT));
            assertTrue(server.said().stream().noneMatch(line -> line.startsWith("| Bcc")), server.said().toString());
            assertEquals(1, server.said().stream().filter(line -> line.startsWith("MAIL")).count());
            assertEquals(1, server.said().stream().filter(line -> line.startsWith("RCPT")).count());
        }
    }

    private Delivery plain(MailServer server) {
        return channel(server.port(), "tls_mode = \"off\"").deliver(Samples.failed(), Samples.PATIENT);
    }

    private Channel channel(int port, String keys) {
        return channel(port, keys, Optional.empty());
    }

    private Channel channel(int port, String keys, Optional<String> target) {
        return Samples.channel(folder, keys(port, keys), target);
    }

    private static String keys(int port, String keys) {
        return "type = \"smtp\"\nhost = \"localhost\"\nport = " + port
                + "\nfrom = \"Jobs <jobs@shop.example>\"\nto = [\"ops@shop.example\"]\n" + keys;
    }

    private static GreenMail server(String protocol) {
        GreenMail server = new GreenMail(Arrays.asList(new ServerSetup(0, "localhost", protocol))
            .toArray(ServerSetup[]::new));
        server.start();
        return server;
    }
}
