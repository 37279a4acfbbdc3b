package io.runwisp.notify.channel;

import io.runwisp.config.grammar.MailAddresses.MailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** A message as a mail, and the only class beside {@link SmtpConversation} that knows the mail library. */
final class Letter extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String domain;

    private Letter(Session session, String domain) {
        super(session);
        this.domain = domain;
    }

    /** In text and in HTML. */
    static Letter ofBoth(Session session, MailSettings mail, Content content, Instant now) throws MessagingException {
        Letter letter = addressed(session, mail, content, now);
        MimeMultipart both = new MimeMultipart("alternative");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(LetterText.plain(content, mail.template()), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(LetterText.html(content, mail.template()), UTF_8, "html");
        both.addBodyPart(plain);
        both.addBodyPart(html);
        letter.setContent(both);
        letter.saveChanges();
        return letter;
    }

    /** In text alone, as it is handed to a local mailer. */
    static String plainText(MailSettings mail, Content content, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Letter letter = addressed(Session.getInstance(new Properties()), mail, content, now);
            letter.setText(LetterText.plain(content, mail.template()), UTF_8);
            letter.saveChanges();
            letter.writeTo(bytes);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail of checked parts could not be written", e);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static Letter addressed(Session session, MailSettings mail, Content content, Instant now)
            throws MessagingException {
        String from = mail.from().address();
        Letter letter = new Letter(session, from.substring(from.lastIndexOf('@') + 1));
        letter.setFrom(address(mail.from()));
        letter.setRecipients(RecipientType.TO, addresses(mail.to()));
        letter.setRecipients(RecipientType.CC, addresses(mail.cc()));
        letter.setRecipients(RecipientType.BCC, addresses(mail.bcc()));
        if (mail.replyTo() != null) {
            letter.setReplyTo(addresses(List.of(mail.replyTo())));
        }
        // One line: what is encoded and folded cannot begin another header.
        letter.setSubject(Clip.line(content.headline()), UTF_8);
        letter.setSentDate(Date.from(now));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Auto-Response-Suppress", "All");
        letter.setHeader("X-RunWisp-Fingerprint", content.message().sender().fingerprint().replaceAll("[^!-~]", ""));
        return letter;
    }

    private static InternetAddress[] addresses(List<MailAddress> all) {
        return all.stream().map(Letter::address).toArray(InternetAddress[]::new);
    }

    private static InternetAddress address(MailAddress address) {
        InternetAddress internet = new InternetAddress();
        internet.setAddress(address.address());
        if (!address.name().isEmpty()) {
            try {
                internet.setPersonal(address.name(), UTF_8);
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException("Every JVM knows UTF-8", e);
            }
        }
        return internet;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + domain + ">");
    }
}
