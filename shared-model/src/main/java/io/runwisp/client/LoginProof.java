package io.runwisp.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The answer to the challenge of a login: it proves that its sender knows the password, without sending it. */
public final class LoginProof {

    private LoginProof() {
    }

    /** SHA-256 of password, colon and nonce in UTF-8, as lower-case hexadecimal digits. */
    public static String of(String password, String nonce) {
        try {
            byte[] text = (password + ":" + nonce).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
