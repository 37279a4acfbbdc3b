package io.runwisp.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The name by which people tell daemons apart: {@code calm-otter}. It stays the same for good once it was stored.
 *
 * @param text what is shown
 */
public record Fingerprint(String text) {

    /** The variable that overrides it. */
    public static final String VARIABLE = "RUNWISP_FINGERPRINT";
    /** The row that keeps it. */
    public static final String ROW = "fingerprint";

    /** It becomes part of the names of service units and of addresses. */
    private static final Pattern GOOD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** What came of asking for it. */
    public sealed interface Resolution {
    }

    /** This is it. */
    public record Resolved(Fingerprint fingerprint) implements Resolution {
    }

    /** The environment asks for one that cannot be. */
    public record Refused(Refusal refusal) implements Resolution {
    }

    /**
     * The one of the environment, which is not stored; else the stored one; else one computed from machine and
     * directory, which is stored.
     *
     * @param workingDirectory absolute
     */
    public static Resolution resolve(Map<String, String> environment, ConfigEntries entries,
            Supplier<String> machineId, Path workingDirectory) {
        String wished = environment.getOrDefault(VARIABLE, "").strip();
        if (!wished.isEmpty()) {
            return GOOD.matcher(wished).matches() ? new Resolved(new Fingerprint(wished)) : refused(wished);
        }
        Optional<String> stored = entries.get(ROW).filter(text -> GOOD.matcher(text).matches());
        if (stored.isPresent()) {
            return new Resolved(new Fingerprint(stored.get()));
        }
        Fingerprint computed = of(machineId.get(), workingDirectory);
        entries.put(ROW, computed.text);
        return new Resolved(computed);
    }

    /** The one of a machine and a directory, always the same. */
    static Fingerprint of(String machineId, Path workingDirectory) {
        ByteBuffer hash = ByteBuffer
            .wrap(sha256().digest((machineId + "\0" + workingDirectory).getBytes(StandardCharsets.UTF_8)));
        return new Fingerprint(FingerprintWords.adjective(Integer.toUnsignedLong(hash.getInt())) + "-"
                + FingerprintWords.noun(Integer.toUnsignedLong(hash.getInt())));
    }

    private static Refused refused(String wished) {
        return new Refused(new Refusal(VARIABLE + " is \"" + wished + "\", which cannot be a fingerprint.",
                "Give it 1 to 64 letters, digits, dots, hyphens or underscores, beginning with a letter or digit, or "
                        + "unset it."));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
