package io.runwisp.config.grammar;

import io.runwisp.model.Word;

/** What a template does to a value. */
public enum MessageFilter implements Word {
    /** In capitals. */
    UPPER("upper"),
    /** In small letters. */
    LOWER("lower"),
    /** Without blanks around it. */
    TRIM("trim"),
    /** Escaped for HTML, in place of what the provider needs. */
    HTML("html"),
    /** Escaped for the inside of a JSON string, in place of what the provider needs. */
    JSON("json"),
    /** Escaped for MarkdownV2 of Telegram, in place of what the provider needs. */
    TELEGRAM("telegram"),
    /** As it is, even where the provider needs an escape. */
    RAW("raw");

    private final String word;

    MessageFilter(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** Whether it decides about escapes. */
    public boolean escapes() {
        return this == HTML || this == JSON || this == TELEGRAM || this == RAW;
    }
}
