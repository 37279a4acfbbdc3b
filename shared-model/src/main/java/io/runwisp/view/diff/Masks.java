package io.runwisp.view.diff;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides in a line what differs in every run. No part of the expressions can try one letter twice, so that a line costs its length. */
final class Masks {

    private static final String DATE = "\\d{4}[-/]\\d{2}[-/]\\d{2}";
    private static final String CLOCK = "\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?";
    private static final String OFFSET = "(?: ?Z\\b| ?[+-]\\d{2}:?\\d{2}\\b)?";
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \\d]\\d ";
    private static final String TIME = "\\b" + DATE + "(?:[T ]" + CLOCK + OFFSET + ")?|\\b(?:" + MONTH + ")?" + CLOCK
            + OFFSET + "|\\b1[0-9]{9}(?:\\.\\d{1,9}|\\d{3})?\\b";
    private static final String ID = "\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b"
            + "|\\b[0-7][0-9A-HJKMNP-TV-Z]{25}\\b";
    private static final String PROCESS = "(?<=\\w)\\[\\d{1,10}\\](?=:)|\\b[pP][iI][dD][ =:]{1,3}\\d{1,10}\\b";
    private static final String HEX = "\\b0[xX][0-9a-fA-F]{1,32}\\b"
            + "|\\b(?=[a-f]{0,63}[0-9])(?=[0-9]{0,63}[a-f])[0-9a-f]{7,64}\\b";

    private static final Pattern CHANGING = Pattern.compile("(?<id>" + ID + ")|(?<time>" + TIME + ")|(?<pid>" + PROCESS
            + ")|(?<hex>" + HEX + ")");

    private Masks() {
    }

    /** The line with signs for what changes: {@code <time>}, {@code <id>}, {@code <pid>}, {@code <hex>}. */
    static String mask(String plain) {
        Matcher changing = CHANGING.matcher(plain);
        return changing.find() ? changing.replaceAll(Masks::sign) : plain;
    }

    private static String sign(MatchResult found) {
        if (found.group("id") != null) {
            return "<id>";
        }
        if (found.group("time") != null) {
            return "<time>";
        }
        return found.group("pid") != null ? "<pid>" : "<hex>";
    }
}
