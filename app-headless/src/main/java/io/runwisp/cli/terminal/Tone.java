package io.runwisp.cli.terminal;

/** What a stretch of text means; a terminal shows it as one of its own sixteen colours, so that every theme fits. */
public enum Tone {
    /** Went well. */
    GOOD("32"),
    /** Needs you. */
    BAD("1;31"),
    /** May need you. */
    WARNING("1;33"),
    /** Leads to something. */
    ACCENT("36"),
    /** Is read first. */
    STRONG("1"),
    /** Is read last. */
    QUIET("2");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    /** Puts the text between the sequences that switch the colour on and off again. */
    String around(String text) {
        return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
