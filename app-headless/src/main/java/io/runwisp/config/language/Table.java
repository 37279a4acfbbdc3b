package io.runwisp.config.language;

/** The tables in which keys stand. */
public enum Table {
    /** {@code [storage]}. */
    STORAGE("[storage]"),
    /** {@code [scheduler]}. */
    SCHEDULER("[scheduler]"),
    /** {@code [daemon]}. */
    DAEMON("[daemon]"),
    /** {@code [defaults]}. */
    DEFAULTS("[defaults]"),
    /** A task. */
    TASK("[tasks.<name>]"),
    /** A service. */
    SERVICE("[services.<name>]"),
    /** The probe of a service. */
    HEALTH_CHECK("[services.<name>.health_check]"),
    /** One parameter of a task. */
    PARAM("params"),
    /** One inbound token. */
    HOOK_TOKEN("hook_tokens"),
    /** {@code [notify]}. */
    NOTIFY("[notify]"),
    /** A Slack notifier. */
    SLACK("[[notifier]] of type slack"),
    /** A Telegram notifier. */
    TELEGRAM("[[notifier]] of type telegram"),
    /** A mail notifier that speaks SMTP. */
    SMTP("[[notifier]] of type smtp"),
    /** A mail notifier that calls the local mailer. */
    SENDMAIL("[[notifier]] of type sendmail"),
    /** A Discord notifier. */
    DISCORD("[[notifier]] of type discord"),
    /** A plain web hook. */
    WEBHOOK("[[notifier]] of type webhook"),
    /** An ntfy notifier. */
    NTFY("[[notifier]] of type ntfy"),
    /** A Gotify notifier. */
    GOTIFY("[[notifier]] of type gotify"),
    /** A Pushover notifier. */
    PUSHOVER("[[notifier]] of type pushover"),
    /** One route. */
    ROUTE("[[notification_route]]"),
    /** The filter of a route. */
    MATCH("match"),
    /** One local command per event. */
    HOOK("[[hook]]"),
    /** One window of quiet. */
    MAINTENANCE("[[maintenance]]");

    private final String heading;

    Table(String heading) {
        this.heading = heading;
    }

    /** How the table is written in messages and in the reference. */
    public String heading() {
        return heading;
    }
}
