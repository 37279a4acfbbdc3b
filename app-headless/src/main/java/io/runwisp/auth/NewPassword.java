package io.runwisp.auth;

import java.util.random.RandomGenerator;

/**
 * A password that was just made: 22 letters and digits, which is 131 bits of chance.
 *
 * @param text what a person types
 */
public record NewPassword(String text) {

    private static final int LENGTH = 22;

    /** Makes one; the source of chance must be a {@code SecureRandom} wherever the password guards something. */
    public static NewPassword from(RandomGenerator chance) {
        return new NewPassword(Base62.text(chance, LENGTH));
    }

    /** Keeps the secret out of logs and stack traces. */
    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
