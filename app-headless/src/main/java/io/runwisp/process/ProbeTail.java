package io.runwisp.process;

import io.runwisp.engine.OutputSink;
import io.runwisp.engine.OutputSink.Source;
import io.runwisp.engine.OutputSink.Totals;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a probe said last: its answer has 512 bytes at most, secrets cut out. Belongs to the output thread. */
final class ProbeTail implements OutputSink.Log {

    /** The most that an answer has. */
    static final int MOST_BYTES = 512;

    private static final byte[] REDACTED = "[redacted]".getBytes(StandardCharsets.US_ASCII);

    private final List<byte[]> secrets;
    /** How far into what was kept the rest of a secret may reach whose beginning was not. */
    private final int unsafe;
    private byte[] kept = new byte[0];
    private boolean cut;
    private long produced;

    ProbeTail(List<String> secrets) {
        this.secrets = secrets.stream()
            .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
            .filter(secret -> secret.length > 0)
            .sorted(Comparator.comparingInt((byte[] secret) -> secret.length).reversed())
            .toList();
        this.unsafe = this.secrets.isEmpty() ? 0 : this.secrets.getFirst().length;
    }

    @Override
    public String fileName() {
        return "";
    }

    @Override
    public void take(Source source, ByteBuffer chunk) {
        int length = chunk.remaining();
        produced += length;
        byte[] all = Arrays.copyOf(kept, kept.length + length);
        chunk.get(all, kept.length, length);
        int most = 2 * unsafe + 4 * MOST_BYTES;
        cut |= all.length > most;
        kept = all.length > most ? Arrays.copyOfRange(all, all.length - most, all.length) : all;
    }

    @Override
    public void end(Source source) {
        // Both pipes make one text.
    }

    @Override
    public void say(String text) {
        // A probe has no log.
    }

    @Override
    public Totals finish() {
        return new Totals(produced, 0, cut, false);
    }

    /** The end of what it said. */
    String text() {
        byte[] shown = redacted();
        int from = Math.max(0, shown.length - MOST_BYTES);
        while (from > 0 && from < shown.length && (shown[from] & 0xc0) == 0x80) {
            from++;
        }
        return new String(shown, from, shown.length - from, StandardCharsets.UTF_8);
    }

    private byte[] redacted() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        int safe = cut ? unsafe : 0;
        for (int at = 0; at < kept.length;) {
            int secret = secretAt(at);
            if (secret > 0) {
                shown.writeBytes(REDACTED);
            } else if (at >= safe) {
                shown.write(kept[at]);
            }
            at += Math.max(1, secret);
        }
        return shown.toByteArray();
    }

    private int secretAt(int at) {
        for (byte[] secret : secrets) {
            if (kept.length - at >= secret.length
                    && Arrays.equals(kept, at, at + secret.length, secret, 0, secret.length)) {
                return secret.length;
            }
        }
        return 0;
    }
}
