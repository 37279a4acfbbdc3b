package io.runwisp.model;

/** When an ended unit is started again. */
public enum RestartPolicy implements Word {
    /** Never by itself. */
    NEVER("never"),
    /** After a failing end. */
    ON_FAILURE("on_failure"),
    /** After every end. */
    ALWAYS("always");

    private final String word;

    RestartPolicy(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
