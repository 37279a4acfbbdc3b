package io.runwisp.config.language;

import static io.runwisp.config.language.Table.DISCORD;
import static io.runwisp.config.language.Table.GOTIFY;
import static io.runwisp.config.language.Table.NTFY;
import static io.runwisp.config.language.Table.PUSHOVER;
import static io.runwisp.config.language.Table.SENDMAIL;
import static io.runwisp.config.language.Table.SLACK;
import static io.runwisp.config.language.Table.SMTP;
import static io.runwisp.config.language.Table.TELEGRAM;
import static io.runwisp.config.language.Table.WEBHOOK;

import java.util.List;
import java.util.Map;

/** The keys of notifiers. Each type is a table of its own, so that a key of another type is known as such. */
public final class NotifierKeys {

    static final Keys ALL = new Keys();

    private static final Table[] EVERY = {SLACK, TELEGRAM, SMTP, SENDMAIL, DISCORD, WEBHOOK, NTFY, GOTIFY, PUSHOVER};

    public static final Key<String> ID = ALL.key("id", Types.TEXT, "Its name in notify lists.").on(EVERY);
    public static final Key<String> TYPE = ALL
        .key("type", Types.TEXT, "slack, telegram, smtp, sendmail, discord, webhook, ntfy, gotify or pushover.")
        .requiredOn(EVERY);
    public static final Key<String> TEMPLATE_PATH = ALL
        .key("template_path", new PathType(false),
                "File with the text of the message, absolute or relative to this one.")
        .on(EVERY);
    public static final Key<String> BASE_URL = ALL
        .key("base_url", ValueTypes.WEB_ADDRESS, "Other address of the provider, for proxies and tests.")
        .on(SLACK, TELEGRAM, DISCORD, NTFY, GOTIFY, PUSHOVER);

    public static final Key<String> WEBHOOK_URL = ALL
        .key("webhook_url", ValueTypes.WEB_ADDRESS, "Address that the provider gave you.")
        .on(SLACK, DISCORD)
        .secret();
    public static final Key<String> CHANNEL = ALL
        .key("channel", Types.NON_BLANK, "Channel #name or person @name.")
        .on(SLACK);
    public static final Key<String> BOT_TOKEN = ALL
        .key("bot_token", Types.NON_BLANK, "Token of the bot.")
        .on(TELEGRAM)
        .secret();
    public static final Key<String> CHAT_ID = ALL.key("chat_id", Types.NON_BLANK, "Chat to write to.")
        .requiredOn(TELEGRAM);
    public static final Key<String> PARSE_MODE = ALL
        .key("parse_mode", Types.TEXT, "HTML or MarkdownV2; the latter needs template_path.")
        .on(TELEGRAM)
        .byDefault("HTML");

    public static final Key<String> HOST = ALL.key("host", Types.NON_BLANK, "Mail server.").requiredOn(SMTP);
    public static final Key<Integer> PORT = ALL.key("port", Numbers.between(0, 65_535), "Its port.")
        .on(SMTP)
        .defaultText("587, or 465 for implicit TLS");
    public static final Key<MailTls> TLS_MODE = ALL
        .key("tls_mode", Types.oneOf(MailTls.class, Map.of("none", "off")), "starttls, implicit or off.")
        .on(SMTP)
        .alias("tls")
        .defaultText("implicit on port 465, else starttls");
    public static final Key<Boolean> TLS_SKIP_VERIFY = ALL
        .key("tls_skip_verify", Types.TRUTH, "Whether any certificate is believed.")
        .on(SMTP)
        .byDefault(false);
    public static final Key<String> USERNAME = ALL.key("username", Types.NON_BLANK, "Account at the server.").on(SMTP);
    public static final Key<String> PASSWORD = ALL.key("password", Types.NON_BLANK, "Its password.").on(SMTP).secret();
    public static final Key<String> FROM = ALL.key("from", ValueTypes.MAIL, "Sender.").requiredOn(SMTP, SENDMAIL);
    public static final Key<List<String>> TO = ALL.key("to", ValueTypes.MAILS, "Recipients.")
        .requiredOn(SMTP, SENDMAIL);
    public static final Key<List<String>> CC = ALL.key("cc", ValueTypes.MAILS, "Recipients of a copy.")
        .on(SMTP, SENDMAIL);
    public static final Key<List<String>> BCC = ALL
        .key("bcc", ValueTypes.MAILS, "Recipients that the others do not see.")
        .on(SMTP, SENDMAIL);
    public static final Key<String> REPLY_TO = ALL.key("reply_to", ValueTypes.MAIL, "Where answers go.")
        .on(SMTP, SENDMAIL);
    public static final Key<String> SENDMAIL_PATH = ALL
        .key("sendmail_path", ValueTypes.ABSOLUTE_PATH, "The local mailer.")
        .on(SENDMAIL)
        .defaultText("sendmail in /usr/sbin, /usr/lib, /usr/bin or PATH");

    public static final Key<String> URL = ALL.key("url", ValueTypes.WEB_ADDRESS, "Address to post to.")
        .requiredOn(WEBHOOK, GOTIFY)
        .on(NTFY)
        .secret()
        .defaultText("https://ntfy.sh for ntfy");
    public static final Key<Map<String, String>> HEADERS = ALL
        .key("headers", new Types.TextMap("a table of strings, such as { X-Source = \"runwisp\" }", true),
                "Further HTTP headers.")
        .on(WEBHOOK)
        .secret();
    public static final Key<String> TOPIC = ALL.key("topic", ValueTypes.TOPIC, "Topic to publish to.").requiredOn(NTFY);
    public static final Key<String> TOKEN = ALL
        .key("token", Types.NON_BLANK, "Access token.")
        .requiredOn(GOTIFY, PUSHOVER)
        .on(NTFY)
        .secret();
    public static final Key<String> USER = ALL
        .key("user", Types.NON_BLANK, "User or group key.")
        .requiredOn(PUSHOVER)
        .secret();

    public static final Key<String> WEBHOOK_URL_ENV = source("webhook_url_env", SLACK, DISCORD);
    public static final Key<String> WEBHOOK_URL_FILE = source("webhook_url_file", SLACK, DISCORD);
    public static final Key<String> BOT_TOKEN_ENV = source("bot_token_env", TELEGRAM);
    public static final Key<String> BOT_TOKEN_FILE = source("bot_token_file", TELEGRAM);
    public static final Key<String> PASSWORD_ENV = source("password_env", SMTP);
    public static final Key<String> PASSWORD_FILE = source("password_file", SMTP);

    private NotifierKeys() {
    }

    private static Key<String> source(String name, Table... where) {
        String what = name.endsWith("_env") ? "${VARIABLE}" : "${file:path}";
        return ALL
            .key(name, Types.NON_BLANK, "Old spelling of `" + name.substring(0, name.lastIndexOf('_')) + " = \"" + what
                    + "\"`.")
            .on(where);
    }
}
