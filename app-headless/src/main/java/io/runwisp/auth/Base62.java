package io.runwisp.auth;

import java.util.random.RandomGenerator;

/** Texts of chance that survive every terminal, address and cookie: letters and digits, 5.95 bits each. */
public final class Base62 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {
    }

    /** A text; the source of chance must be a {@code SecureRandom} wherever the text opens something. */
    public static String text(RandomGenerator chance, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
