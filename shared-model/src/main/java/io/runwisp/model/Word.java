package io.runwisp.model;

/** A value with one word for it: the same in the configuration, in the table, in JSON and on the screen. */
public interface Word {

    /** The word. */
    String word();
}
