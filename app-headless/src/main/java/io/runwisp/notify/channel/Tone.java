package io.runwisp.notify.channel;

/** What colour a message has, and how loud it is. */
public enum Tone {
    /** Something failed. */
    BAD,
    /** Somebody should know. */
    WARNING,
    /** Something went well, or does so again. */
    GOOD,
    /** For the record. */
    PLAIN
}
