package io.runwisp.config.grammar;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.runwisp.model.EndReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one list of failure tokens onto an inherited policy, collecting every fault. */
final class FailureTokens {

    private static final String OUTPUT = "output:";
    private static final String FORMS = "write an end reason such as timeout, an exit code 1-255, a range such as 2-9,"
            + " or output:<pattern>";
    private static final int HIGHEST_CODE = 255;
    private static final int LONGEST_PATTERN = 1_000;

    private final Set<EndReason> reasons = EnumSet.noneOf(EndReason.class);
    private final Set<ExitRange> exits = new LinkedHashSet<>();
    private final Set<String> patterns = new LinkedHashSet<>();
    private final List<Failures.TokenFault> faults = new ArrayList<>();

    private FailureTokens() {
    }

    static Failures.Applied apply(Failures inherited, List<String> tokens) {
        FailureTokens list = new FailureTokens();
        boolean adjusting = !tokens.isEmpty() && isAdjustment(tokens.getFirst());
        if (adjusting) {
            list.reasons.addAll(inherited.reasons());
            list.exits.addAll(inherited.exits());
            list.patterns.addAll(inherited.patterns());
        }
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (isAdjustment(token) != adjusting) {
                list.refuse(
                        i,
                        "tokens with and without + or - are mixed",
                        "write + or - before every token to adjust what is inherited, before none to replace it");
                // One mistake, one message: every later token would only repeat it.
                break;
            }
            if (adjusting) {
                list.read(i, token.substring(1), token.charAt(0) == '-');
            } else {
                list.read(i, token, false);
            }
        }
        return list.faults.isEmpty()
                ? new Failures.Policy(
                        new Failures(list.reasons, List.copyOf(list.exits), List.copyOf(list.patterns)))
                : new Failures.Refused(list.faults);
    }

    private static boolean isAdjustment(String token) {
        return token.startsWith("+") || token.startsWith("-");
    }

    private void read(int index, String token, boolean drop) {
        if (token.startsWith(OUTPUT)) {
            readPattern(index, token.substring(OUTPUT.length()), drop);
        } else if (!token.isEmpty() && Ascii.isDigit(token.charAt(0))) {
            readExits(index, token, drop);
        } else {
            readReason(index, token, drop);
        }
    }

    private void readPattern(int index, String pattern, boolean drop) {
        if (pattern.isEmpty()) {
            refuse(index, "the pattern after output: is empty", "write what to find in a line, e.g. output:^FATAL");
            return;
        }
        // re2j recurses into nested groups, so a long enough text could overflow the stack of the loading thread.
        if (pattern.length() > LONGEST_PATTERN) {
            refuse(index, "the pattern is longer than 1000 characters", "write several shorter output: tokens");
            return;
        }
        try {
            var _ = Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            refuse(index, "the pattern is not an RE2 expression: " + e.getDescription(), "correct the expression");
            return;
        }
        change(index, patterns, pattern, drop, "this pattern");
    }

    private void readExits(int index, String token, boolean drop) {
        int dash = token.indexOf('-');
        int from = Ascii.small(dash < 0 ? token : token.substring(0, dash), 9);
        int to = dash < 0 ? from : Ascii.small(token.substring(dash + 1), 9);
        if (from < 0 || to < 0) {
            refuse(index, Quoted.of(token) + " is neither an exit code nor a range", FORMS);
        } else if (from < 1 || from > HIGHEST_CODE || to < 1 || to > HIGHEST_CODE) {
            int outside = from < 1 || from > HIGHEST_CODE ? from : to;
            refuse(index, "exit code " + outside + " is outside 1-255", outside == 0
                    ? "leave 0 out: use output:<pattern> for a run that fails although it exits with 0"
                    : "use codes from 1 to 255; a run ended by signal n has 128 + n");
        } else if (from > to) {
            refuse(index, "the range " + from + "-" + to + " runs backwards", "write " + to + "-" + from);
        } else {
            ExitRange range = new ExitRange(from, to);
            change(index, exits, range, drop, "exit code " + range.show());
        }
    }

    private void readReason(int index, String token, boolean drop) {
        Optional<EndReason> reason = EndReason.ofWord(token);
        if (reason.isEmpty()) {
            String remedy = NearestName.in(words(), token).map(near -> "did you mean " + near + "?").orElse(FORMS);
            refuse(index, token.isEmpty() ? "the token is empty" : Quoted.of(token) + " is not an end reason", remedy);
        } else if (reason.get() == EndReason.SUCCESS) {
            refuse(
                    index,
                    "a success cannot be a failure",
                    "leave it out: use output:<pattern> for a run that fails although it exits with 0");
        } else if (drop) {
            reasons.remove(reason.get());
        } else {
            reasons.add(reason.get());
        }
    }

    private <T> void change(int index, Set<T> members, T member, boolean drop, String what) {
        if (!drop) {
            members.add(member);
        } else if (!members.remove(member)) {
            refuse(index, what + " is not inherited in exactly this form", inheritedOnes(members));
        }
    }

    private String inheritedOnes(Collection<?> members) {
        if (members.isEmpty()) {
            return "leave the token out";
        }
        List<String> shown = new ArrayList<>();
        for (Object member : members) {
            shown.add(member instanceof ExitRange range ? range.show() : OUTPUT + member);
        }
        return "drop one of: " + String.join(", ", shown);
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (EndReason reason : EndReason.values()) {
            if (reason != EndReason.SUCCESS) {
                words.add(reason.word());
            }
        }
        return words;
    }

    private void refuse(int index, String reason, String remedy) {
        faults.add(new Failures.TokenFault(index, reason, remedy));
    }
}
