package io.runwisp.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a client sends to prove that it knows the password without sending it: the SHA-256 of password, colon and the
 * challenge it was given, in lower-case hexadecimal digits. The password goes in as it is, in UTF-8: it is neither
 * trimmed nor normalised.
 *
 * <p>Daemon and clients compute it here; a client in another language holds itself against
 * {@code login-proof-vectors.txt} beside this class.
 *
 * @param text 64 digits
 */
public record LoginProof(String text) {

    /** The proof of a password for one challenge. */
    public static LoginProof of(String password, String nonce) {
        byte[] text = (password + ":" + nonce).getBytes(StandardCharsets.UTF_8);
        return new LoginProof(HexFormat.of().formatHex(sha256().digest(text)));
    }

    /** Whether this is what somebody sent; the time it takes does not tell how much of it was right. */
    public boolean matches(String sent) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Keeps it out of logs: with its challenge, passwords can be tried on it. */
    @Override
    public String toString() {
        return "LoginProof[hidden]";
    }
}
