package io.runwisp.config.grammar;

import java.math.BigDecimal;
import java.util.Locale;

/** The grammar of byte sizes: a number and a unit of any case, {@code b kb mb gb tb}, each 1024 of the one before. */
public final class ByteSizes {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
    private static final BigDecimal TOO_LARGE = new BigDecimal("9223372036854775808");

    private ByteSizes() {
    }

    /** Reads one size. A blank text is bad here: the caller knows whether blank means omitted. */
    public static Reading<Long> read(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from == to) {
            return Reading.bad(0, text.length(), "it is blank");
        }
        if (text.charAt(from) == '-') {
            return Reading.bad(from, to - from, "a size cannot be negative");
        }
        int numberEnd = Ascii.endOfNumber(text, from);
        String number = text.substring(from, numberEnd);
        boolean fraction = number.indexOf('.') >= 0;
        if (number.isEmpty() || number.equals(".")) {
            return Reading.bad(from, to - from, "it does not begin with a number");
        }
        int unitAt = numberEnd;
        while (unitAt < to && Character.isWhitespace(text.charAt(unitAt))) {
            unitAt++;
        }
        String unit = text.substring(unitAt, to);
        if (unit.isEmpty() && fraction) {
            return Reading.bad(from, to - from, "a fraction needs a unit, one of b kb mb gb tb");
        }
        long factor = factor(unit.toLowerCase(Locale.ROOT));
        if (factor == 0) {
            return Reading.bad(unitAt, to - unitAt, refusal(unit));
        }
        // BigDecimal reads no number that ends in a point.
        BigDecimal bytes = new BigDecimal(number.endsWith(".") ? number + "0" : number)
            .multiply(BigDecimal.valueOf(factor));
        if (bytes.compareTo(TOO_LARGE) >= 0) {
            return Reading.bad(from, to - from, "it is larger than 9223372036854775807 bytes");
        }
        return Reading.good(bytes.longValue());
    }

    /** Writes a size in the largest unit that it reaches: {@code 100MB}; with one decimal, cut off, if not whole. */
    public static String show(long bytes) {
        long unit = 1;
        int index = 0;
        while (index < UNITS.length - 1 && bytes / 1024 >= unit) {
            unit *= 1024;
            index++;
        }
        long rest = bytes % unit;
        return bytes / unit + (rest == 0 ? "" : "." + rest * 10 / unit) + UNITS[index];
    }

    private static long factor(String unit) {
        return switch (unit) {
            case "", "b" -> 1;
            case "kb" -> 1L << 10;
            case "mb" -> 1L << 20;
            case "gb" -> 1L << 30;
            case "tb" -> 1L << 40;
            default -> 0;
        };
    }

    private static String refusal(String unit) {
        if (unit.startsWith(",")) {
            return "a fraction is written with a point, not with a comma";
        }
        return Quoted.of(unit) + " is not a unit, " + switch (unit.toLowerCase(Locale.ROOT)) {
            case "k", "ki" -> "write kb";
            case "m", "mi" -> "write mb";
            case "g", "gi" -> "write gb";
            case "t", "ti" -> "write tb";
            case "kib" -> "write kb, which counts 1024 bytes";
            case "mib" -> "write mb, which counts 1024 kb";
            case "gib" -> "write gb, which counts 1024 mb";
            case "tib" -> "write tb, which counts 1024 gb";
            case "byte", "bytes" -> "write b";
            case "p", "pb", "pib", "e", "eb", "eib" -> "the largest is tb";
            default -> "use one of b kb mb gb tb";
        };
    }
}
