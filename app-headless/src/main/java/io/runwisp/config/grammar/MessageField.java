package io.runwisp.config.grammar;

import io.runwisp.model.Word;

/** What a template of a notifier can show. A field that a message does not have is empty. */
public enum MessageField implements Word {
    /** Sign, title, and how often. */
    HEADLINE("headline"),
    /** A sign for the kind. */
    EMOJI("emoji"),
    /** {@code backup failed}. */
    TITLE("title"),
    /** The name of the unit. */
    UNIT("unit"),
    /** Task or service. */
    UNIT_KIND("unit_kind"),
    /** {@code failed}. */
    VERB("verb"),
    /** {@code run.failed}. */
    KIND("kind"),
    /** Info, warn or error. */
    SEVERITY("severity"),
    /** The reason in plain words. */
    SENTENCE("sentence"),
    /** Who asked for the run, and when it was. */
    TRIGGER("trigger"),
    /** When it happened, for people. */
    TIME("time"),
    /** When it happened, for programs. */
    TIME_RFC("time_rfc"),
    /** How long the run took. */
    DURATION("duration"),
    /** When the run started, for programs. */
    STARTED("started"),
    /** When it ended, for programs. */
    ENDED("ended"),
    /** Its exit code. */
    EXIT_CODE("exit_code"),
    /** Which attempt it was, from 1. */
    ATTEMPT("attempt"),
    /** Which replica of a service, from 0. */
    REPLICA("replica"),
    /** The id of the run. */
    RUN_ID("run_id"),
    /** The last lines of its output. */
    TAIL("tail"),
    /** How often it happened; empty for once. */
    COUNT("count"),
    /** The same in words. */
    REPEATS("repeats"),
    /** Address of the run on the dashboard. */
    RUN_URL("run_url"),
    /** Address of the unit there. */
    UNIT_URL("unit_url"),
    /** What the link is called. */
    LINK_LABEL("link_label"),
    /** Name of the machine. */
    INSTANCE("instance"),
    /** That of the daemon. */
    FINGERPRINT("fingerprint");

    private final String word;

    MessageField(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
