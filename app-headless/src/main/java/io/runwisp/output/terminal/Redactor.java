package io.runwisp.output.terminal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds secret values in lines. Where values overlap, all that they cover together is found as one place. A value of several lines is also looked for line by
 * line. Not found is what was split over lines or transformed by the program that printed it.
 */
public final class Redactor {

    /** What stands for a secret. */
    public static final String HIDDEN = "[redacted]";
    /** Finds nothing. */
    public static final Redactor NONE = new Redactor(List.of());

    /** Shorter lines of a value say nothing about it, and hiding each brace would make a log unreadable. */
    private static final int SHORTEST_PART = 8;

    private final boolean[] begins = new boolean[256];
    private final byte[][][] byFirst = new byte[256][][];
    private final int longest;

    private Redactor(List<byte[]> longestFirst) {
        Arrays.fill(byFirst, new byte[0][]);
        for (byte[] value : longestFirst) {
            int first = value[0] & 0xFF;
            byte[][] longer = byFirst[first];
            byFirst[first] = Arrays.copyOf(longer, longer.length + 1);
            byFirst[first][longer.length] = value;
            begins[first] = true;
        }
        longest = longestFirst.isEmpty() ? 0 : longestFirst.getFirst().length;
    }

    /** For these values; empty ones count for nothing. */
    public static Redactor of(List<String> secrets) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (secret.indexOf('\n') < 0) {
                wanted.add(secret);
            } else {
                secret.lines().filter(line -> line.length() >= SHORTEST_PART).forEach(wanted::add);
            }
        }
        wanted.remove("");
        List<byte[]> sorted = new ArrayList<>();
        wanted.forEach(value -> sorted.add(value.getBytes(StandardCharsets.UTF_8)));
        sorted.sort(Comparator.comparingInt((byte[] value) -> value.length).reversed());
        return sorted.isEmpty() ? NONE : new Redactor(sorted);
    }

    boolean isEmpty() {
        return longest == 0;
    }

    /** The place of secrets that begins first at or after an index. */
    Optional<Place> find(byte[] bytes, int from, int to) {
        if (isEmpty()) {
            return Optional.empty();
        }
        for (int i = from; i < to; i++) {
            if (begins[bytes[i] & 0xFF]) {
                int end = longestAt(bytes, i, to);
                if (end > i) {
                    return Optional.of(new Place(i, grown(bytes, i, end, to)));
                }
            }
        }
        return Optional.empty();
    }

    /** Adds bytes with {@link #HIDDEN} in the place of secrets. */
    void copy(byte[] bytes, int from, int to, GrowingBytes target) {
        int done = from;
        for (Optional<Place> place = find(bytes, done, to); place.isPresent(); place = find(bytes, done, to)) {
            target.add(bytes, done, place.get().from());
            target.addAscii(HIDDEN);
            done = place.get().to();
        }
        target.add(bytes, done, to);
    }

    /** The last index at or before an end where a text can be cut without parting a secret, or what may become one. */
    int cut(byte[] bytes, int from, int to) {
        if (isEmpty()) {
            return to;
        }
        int cut = unfinished(bytes, from, to);
        int searched = from;
        for (Optional<Place> place = find(bytes, searched, to); place.isPresent(); place = find(bytes, searched, to)) {
            searched = place.get().to();
            if (place.get().from() < cut && cut < searched) {
                cut = place.get().from();
            }
        }
        return cut;
    }

    /** Where a secret may have begun that the end cuts off. */
    private int unfinished(byte[] bytes, int from, int to) {
        for (int i = Math.max(from, to - longest + 1); i < to; i++) {
            for (byte[] value : byFirst[bytes[i] & 0xFF]) {
                if (to - i < value.length && Arrays.equals(value, 0, to - i, bytes, i, to)) {
                    return i;
                }
            }
        }
        return to;
    }

    /** Where secrets stand. */
    record Place(int from, int to) {
    }

    private int grown(byte[] bytes, int from, int firstEnd, int to) {
        int end = firstEnd;
        for (int i = from + 1; i < end; i++) {
            end = Math.max(end, longestAt(bytes, i, to));
        }
        return end;
    }

    private int longestAt(byte[] bytes, int at, int to) {
        for (byte[] value : byFirst[bytes[at] & 0xFF]) {
            if (at + value.length <= to && Arrays.equals(value, 0, value.length, bytes, at, at + value.length)) {
                return at + value.length;
            }
        }
        return at;
    }
}
