package io.runwisp.installers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Sums up files, by name and content, in the order given. */
final class Fingerprint {

    private static final int BYTES_SHOWN = 8;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256", missing);
        }
    }

    void add(Path file) throws IOException {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
    }

    /** The sum of what was added; after that, the sum begins anew. */
    String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES_SHOWN);
    }
}
