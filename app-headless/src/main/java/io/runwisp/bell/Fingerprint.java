package io.runwisp.bell;

import io.runwisp.model.EventKind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What is equal in all occurrences that are told as one: FNV-1a, 64 bits, of unit, kind and end reason. */
public final class Fingerprint {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {
    }

    /**
     * Of these three.
     *
     * @param reason the word of the end reason, or empty where nothing ended
     */
    public static String of(String unit, EventKind kind, String reason) {
        // No name contains the separator, so that no two triples have one text.
        return hash((unit + '\0' + kind.word() + '\0' + reason).getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] bytes) {
        long hash = OFFSET;
        for (byte each : bytes) {
            hash = (hash ^ each & 0xff) * PRIME;
        }
        return HexFormat.of().toHexDigits(hash);
    }
}
