package io.runwisp.view.runs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of exit codes as people write it: {@code 137}, {@code >100}, {@code <=2}, {@code >100 <150}.
 *
 * @param min the least, or null
 * @param max the greatest, or null
 */
public record ExitCodes(@Nullable Integer min, @Nullable Integer max) {

    /** What is said of a text that is none. */
    public static final String EXPECTED = "expected such as 137, >100, <=2 or \">100 <150\"";

    private static final Pattern PART = Pattern.compile("\\s*(<=|>=|<|>|=)?\\s*(-?\\d{1,6})\\s*");
    private static final int LONGEST = 40;

    /** Reads a range; empty when it is none, or none can be in it. */
    public static Optional<ExitCodes> read(String written) {
        int min = Integer.MIN_VALUE;
        int max = Integer.MAX_VALUE;
        Matcher part = PART.matcher(written);
        int at = 0;
        while (at < written.length()) {
            if (written.length() > LONGEST || !part.find(at) || part.start() != at) {
                return Optional.empty();
            }
            String sign = part.group(1);
            int code = Integer.parseInt(part.group(2));
            if (sign == null || sign.equals("=") || sign.startsWith(">")) {
                min = Math.max(min, ">".equals(sign) ? code + 1 : code);
            }
            if (sign == null || sign.equals("=") || sign.startsWith("<")) {
                max = Math.min(max, "<".equals(sign) ? code - 1 : code);
            }
            at = part.end();
        }
        return at == 0 || min > max
                ? Optional.empty()
                : Optional.of(new ExitCodes(min == Integer.MIN_VALUE ? null : min,
                        max == Integer.MAX_VALUE ? null : max));
    }
}
