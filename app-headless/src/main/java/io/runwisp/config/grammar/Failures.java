package io.runwisp.config.grammar;

import com.google.re2j.Pattern;
import io.runwisp.model.EndReason;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The policy that says which ends of a run are failures.
 *
 * @param reasons end reasons that are failures, in the order of their declaration
 * @param exits exit codes that make a {@code failed} run a failure where {@code failed} itself is not listed
 * @param patterns RE2 expressions; a line of output that one of them finds makes the run failed
 */
public record Failures(Set<EndReason> reasons, List<ExitRange> exits, List<String> patterns) {

    private static final Failures BUILT_IN = new Failures(
            EnumSet.of(
                    EndReason.FAILED,
                    EndReason.TIMEOUT,
                    EndReason.CRASHED,
                    EndReason.LOG_OVERFLOW,
                    EndReason.START_FAILED,
                    EndReason.UNHEALTHY,
                    EndReason.MISSED),
            List.of(),
            List.of());

    private static final Set<EndReason> RETRYABLE = Collections.unmodifiableSet(EnumSet.of(
            EndReason.FAILED,
            EndReason.TIMEOUT,
            EndReason.CRASHED,
            EndReason.LOG_OVERFLOW,
            EndReason.START_FAILED,
            EndReason.UNHEALTHY));

    public Failures {
        reasons = inOrder(reasons);
        exits = List.copyOf(exits);
        patterns = List.copyOf(patterns);
    }

    /** What counts as a failure where nobody said otherwise. */
    public static Failures builtIn() {
        return BUILT_IN;
    }

    /** What became of a list of tokens. */
    public sealed interface Applied {
    }

    /** The list was understood and gives this policy. */
    public record Policy(Failures failures) implements Applied {
    }

    /** The list was not understood; at least one fault, in the order of the tokens. */
    public record Refused(List<TokenFault> faults) implements Applied {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * One token that cannot be used.
     *
     * @param index its index in the list, from 0
     * @param reason what is wrong
     * @param remedy what to write instead
     */
    public record TokenFault(int index, String reason, String remedy) {
    }

    /**
     * Applies a configured list to the policy above it: plain tokens replace it, tokens that all begin with {@code +}
     * or {@code -} adjust it, and after an empty list nothing is a failure.
     */
    public static Applied apply(Failures inherited, List<String> tokens) {
        return FailureTokens.apply(inherited, tokens);
    }

    /** The reason a run really has: a match in the output turns a success into a failed run. */
    public EndReason settle(EndReason reason, boolean patternMatched) {
        return patternMatched && reason == EndReason.SUCCESS ? EndReason.FAILED : reason;
    }

    /** Whether such an end is a failure. */
    public boolean isFailure(EndReason reason, int exitCode, boolean patternMatched) {
        EndReason settled = settle(reason, patternMatched);
        return reasons.contains(settled)
                || (settled == EndReason.FAILED && (patternMatched || inRange(exitCode)));
    }

    /** Whether such an end may be tried again: a failure of something that had really been tried. */
    public boolean isRetryable(EndReason reason, int exitCode, boolean patternMatched) {
        return RETRYABLE.contains(settle(reason, patternMatched)) && isFailure(reason, exitCode, patternMatched);
    }

    /** The patterns ready for matching, in their order. */
    public List<Pattern> compiledPatterns() {
        return patterns.stream().map(Pattern::compile).toList();
    }

    private boolean inRange(int exitCode) {
        for (ExitRange range : exits) {
            if (range.contains(exitCode)) {
                return true;
            }
        }
        return false;
    }

    private static Set<EndReason> inOrder(Collection<EndReason> reasons) {
        EnumSet<EndReason> ordered = EnumSet.noneOf(EndReason.class);
        ordered.addAll(reasons);
        return Collections.unmodifiableSet(ordered);
    }
}
