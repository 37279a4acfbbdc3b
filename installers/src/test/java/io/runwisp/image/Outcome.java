package io.runwisp.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What came of a command. */
record Outcome(int exit, String out, String err) {

    /** The exit code must be this one; if it is not, the failure shows everything that was printed. */
    Outcome exits(int expected) {
        assertEquals(expected, exit, this::toString);
        return this;
    }

    Outcome says(String text) {
        assertTrue(out.contains(text), () -> "Expected «" + text + "» on stdout of " + this);
        return this;
    }

    Outcome complains(String text) {
        assertTrue(err.contains(text), () -> "Expected «" + text + "» on stderr of " + this);
        return this;
    }
}
