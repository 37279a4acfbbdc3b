package io.runwisp.auth;

import java.util.random.RandomGenerator;

/**
 * A password that was just made: 22 letters and digits, which is 131 bits of chance.
 *
 * @param text what a person types
 */
public record NewPassword(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 22;

    /** Makes one; the source of chance must be a {@code SecureRandom} wherever the password guards something. */
    public static NewPassword from(RandomGenerator chance) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return new NewPassword(text.toString());
    }

    /** Keeps the secret out of logs and stack traces. */
    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
