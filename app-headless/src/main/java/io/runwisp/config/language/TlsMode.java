package io.runwisp.config.language;

import io.runwisp.model.Word;

/** How the daemon speaks HTTP. */
public enum TlsMode implements Word {
    /** In plain. */
    OFF("off");

    private final String word;

    TlsMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
