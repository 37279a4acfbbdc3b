package io.runwisp.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password to notice that it changed: salted and slow to try, because a copy of the database may get
 * into other hands.
 *
 * @param text {@code pbkdf2-sha256$turns$salt$hash}, the last two in Base64
 */
record PasswordHash(String text) {

    private static final int TURNS = 20_000;
    private static final int MOST_TURNS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final Pattern SHAPE = Pattern
        .compile("pbkdf2-sha256\\$([1-9][0-9]{0,7})\\$([A-Za-z0-9+/]+={0,2})\\$([A-Za-z0-9+/]+={0,2})");

    /** The hash of a password, another one each time. */
    static PasswordHash of(Password password, RandomGenerator chance) {
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        return new PasswordHash("pbkdf2-sha256$" + TURNS + "$" + base64(salt) + "$"
                + base64(derive(password, salt, TURNS)));
    }

    /** Whether it was made of this password; one of another shape was made of none. */
    boolean matches(Password password) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        int turns = Integer.parseInt(parts.group(1));
        Optional<byte[]> salt = bytes(parts.group(2));
        Optional<byte[]> hash = bytes(parts.group(3));
        return turns <= MOST_TURNS && salt.isPresent() && hash.isPresent()
                && MessageDigest.isEqual(hash.get(), derive(password, salt.get(), turns));
    }

    private static byte[] derive(Password password, byte[] salt, int turns) {
        PBEKeySpec spec = new PBEKeySpec(password.text().toCharArray(), salt, turns, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
