package io.runwisp.auth;

import io.runwisp.auth.Password.Origin;
import io.runwisp.data.ConfigEntries;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The key that signs logins: whoever has a token signed with it is in. A new one ends every session.
 *
 * @param text 32 bytes of chance in Base64 for addresses, without padding
 */
public record JwtSecret(String text) {

    /** The row that keeps it. */
    public static final String ROW = "jwt_secret";
    /** The row that tells whether the password of the environment changed; it is there only while there is one. */
    public static final String HASH_ROW = "password_hash";

    private static final int BYTES = 32;

    /** Whether sessions of before go on. */
    public enum Change {
        /** They do. */
        KEPT,
        /** There were none. */
        CREATED,
        /** They do not: the password of the environment is another one, or came, or went. */
        ROTATED
    }

    /** The key to use from now on. */
    public record Resolution(JwtSecret secret, Change change) {
    }

    /** The stored key; a new one, which is stored, when there is none or the password of the environment changed. */
    public static Resolution resolve(Password password, ConfigEntries entries, Supplier<RandomGenerator> chance) {
        Optional<JwtSecret> stored = entries.get(ROW).map(JwtSecret::new).filter(JwtSecret::isWhole);
        Optional<PasswordHash> hash = entries.get(HASH_ROW).map(PasswordHash::new);
        boolean ofEnvironment = password.origin() == Origin.ENVIRONMENT;
        boolean changed = ofEnvironment ? !hash.map(last -> last.matches(password)).orElse(false) : hash.isPresent();
        if (stored.isPresent() && !changed) {
            return new Resolution(stored.get(), Change.KEPT);
        }
        JwtSecret secret = from(chance.get());
        // The hash goes last: a start that dies in between must notice the change again, not forget it.
        entries.put(ROW, secret.text);
        if (changed && ofEnvironment) {
            entries.put(HASH_ROW, PasswordHash.of(password, chance.get()).text());
        } else if (changed) {
            entries.remove(HASH_ROW);
        }
        return new Resolution(secret, stored.isPresent() ? Change.ROTATED : Change.CREATED);
    }

    private static JwtSecret from(RandomGenerator chance) {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new JwtSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The bytes that sign: those of the text, as the row has it. */
    public byte[] key() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private boolean isWhole() {
        try {
            return Base64.getUrlDecoder().decode(text).length == BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Keeps the secret out of logs and stack traces. */
    @Override
    public String toString() {
        return "JwtSecret[hidden]";
    }
}
