package io.runwisp.config.language;

import io.runwisp.model.Word;

/** How a mail notifier speaks to its server. */
public enum MailTls implements Word {
    /** Plain first, then upgraded. */
    STARTTLS("starttls"),
    /** Encrypted from the start. */
    IMPLICIT("implicit"),
    /** In plain. */
    OFF("off");

    private final String word;

    MailTls(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
