package io.runwisp.notify.channel;

import io.runwisp.config.language.MailTls;
import io.runwisp.notify.channel.Delivery.Delivered;
import io.runwisp.notify.channel.Delivery.Failed;
import io.runwisp.notify.channel.Delivery.Refused;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One conversation with a mail server. Belongs to its thread. */
final class SmtpConversation {

    /** The code at the beginning of what a server says. */
    private static final Pattern CODE = Pattern.compile("^\\s*([245])[0-9]{2}[ -]");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,200}[A-Za-z0-9])?");
    private static final String NO_STARTTLS = "STARTTLS is required";

    private final SmtpServer server;
    private final Secrets secrets;
    private final Duration limit;

    SmtpConversation(SmtpServer server, Secrets secrets, Duration limit) {
        this.server = server;
        this.secrets = secrets;
        this.limit = limit;
    }

    /** Has it; the result is told before the farewell, for which nobody need wait. */
    void send(MailSettings mail, Content content, Instant now, CompletableFuture<Delivery> result) {
        Session session = Session.getInstance(properties(content.message().sender().instance()));
        try (SMTPTransport transport = (SMTPTransport) session.getTransport()) {
            Letter letter = Letter.ofBoth(session, mail, content, now);
            transport.connect(server.host(), server.port(), server.user(),
                    server.user() == null ? null : server.password());
            Address[] recipients = letter.getAllRecipients();
            letter.removeHeader("Bcc");
            transport.sendMessage(letter, recipients);
            result.complete(new Delivered(secrets.shown(transport.getLastServerResponse())));
        } catch (MessagingException e) {
            // After a success that was told already, this is about the farewell.
            result.complete(judge(e));
        }
    }

    private Properties properties(String instance) {
        Properties properties = new Properties();
        boolean implicit = server.tls() == MailTls.IMPLICIT;
        String protocol = implicit ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "auth", Boolean.toString(server.user() != null));
        properties.setProperty(prefix + "connectiontimeout", Long.toString(limit.toMillis()));
        properties.setProperty(prefix + "timeout", Long.toString(limit.toMillis()));
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "sendpartial", "true");
        // The library would ask the name service for the name of this machine.
        properties.setProperty(prefix + "localhost", HOST_NAME.matcher(instance).matches() ? instance : "localhost");
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(server.tls() == MailTls.STARTTLS));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(server.tls() == MailTls.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", Boolean.toString(!server.skipVerify()));
        if (server.skipVerify()) {
            properties.setProperty(prefix + "ssl.trust", "*");
        } else {
            properties.put(prefix + "ssl.socketFactory", usualTrust());
        }
        return properties;
    }

    /** The library would take one that is the same for the whole life of this process. */
    private static SSLSocketFactory usualTrust() {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has TLS", e);
        }
    }

    private Delivery judge(MessagingException failure) {
        if (failure instanceof SendFailedException sending && sending.getValidSentAddresses() != null
                && sending.getValidSentAddresses().length > 0) {
            // Trying again would send it once more to those who have it.
            return new Delivered(secrets.shown("taken, but not for everybody: " + words(failure)));
        }
        String words = secrets.shown(server.host() + ": " + words(failure));
        int kind = kind(failure);
        boolean last = kind == 5 || words.contains(NO_STARTTLS)
                || kind == 0 && failure instanceof AuthenticationFailedException;
        return last ? new Refused(words) : new Failed(words);
    }

    /** The first digit of what the server said; the kindest of several; 0 when it said nothing. */
    private static int kind(MessagingException failure) {
        int kindest = 0;
        for (Exception each = failure; each != null; each = next(each)) {
            int kind = switch (each) {
                case SMTPAddressFailedException refused -> refused.getReturnCode() / 100;
                case SMTPSendFailedException refused -> refused.getReturnCode() / 100;
                default -> {
                    Matcher code = CODE.matcher(String.valueOf(each.getMessage()));
                    yield code.find() ? code.group(1).charAt(0) - '0' : 0;
                }
            };
            kindest = kind > 3 && (kindest == 0 || kind < kindest) ? kind : kindest;
        }
        return kindest;
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static String words(MessagingException failure) {
        StringBuilder words = new StringBuilder();
        for (Exception each = failure; each != null; each = next(each)) {
            String said = said(each);
            if (!said.isBlank() && words.indexOf(said.strip()) < 0) {
                words.append(words.isEmpty() ? "" : "; ").append(said.strip());
            }
        }
        return words.toString();
    }

    private static String said(Exception failure) {
        return switch (failure) {
            case AuthenticationFailedException _ -> "the login was not accepted: " + failure.getMessage();
            case UnknownHostException _ -> "its name is not known to the name service";
            case SSLException _ -> "TLS failed: " + failure.getMessage();
            case SendFailedException _ when next(failure) != null -> "";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
