package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.config.language.MailTls;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.config.language.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A mail server and how it is spoken to.
 *
 * @param user null for nobody
 */
record SmtpServer(String host, int port, MailTls tls, boolean skipVerify, @Nullable String user, String password) {

    private static final int IMPLICIT = 465;
    private static final int SUBMISSION = 587;

    static SmtpServer of(Notifier notifier) {
        Settings settings = notifier.settings();
        Integer written = settings.get(NotifierKeys.PORT);
        int port = written == null ? 0 : written;
        MailTls wanted = settings.get(NotifierKeys.TLS_MODE);
        MailTls tls = wanted != null ? wanted : port == IMPLICIT ? MailTls.IMPLICIT : MailTls.STARTTLS;
        int usual = tls == MailTls.IMPLICIT ? IMPLICIT : SUBMISSION;
        return new SmtpServer(settings.value(NotifierKeys.HOST), port == 0 ? usual : port, tls,
                settings.value(NotifierKeys.TLS_SKIP_VERIFY), settings.get(NotifierKeys.USERNAME),
                notifier.credential());
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "SmtpServer[" + host + ":" + port + ", " + tls.word() + "]";
    }
}
