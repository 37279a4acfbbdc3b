package io.runwisp.api.local;

import io.runwisp.engine.EngineEffect.Reason;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.PassedOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What commands for many say about those that they have left as they were. */
final class Passed {

    /** So many units are named; of more it is said how many. */
    private static final int NAMED = 5;

    private Passed() {
    }

    /** Those of which there are any. */
    static List<PassedOver> list(PassedOver... all) {
        return Stream.of(all).filter(one -> one.count() > 0).toList();
    }

    static PassedOver active(int count) {
        return of(ProblemCode.RUN_ACTIVE, count, "not over, or to be tried again: stop " + it(count) + " first");
    }

    static PassedOver over(int count) {
        return of(ProblemCode.RUN_NOT_RUNNING, count, "over already");
    }

    static PassedOver unknown(int count) {
        return of(ProblemCode.RUN_UNKNOWN, count, "not on record any more");
    }

    static PassedOver gone(int count) {
        return of(ProblemCode.RUN_UNKNOWN, count, "gone for good, or " + (count == 1 ? "was" : "were")
                + " not deleted");
    }

    /** Units of which no run was started again. */
    static List<PassedOver> units(Map<Reason, List<String>> units) {
        List<PassedOver> passed = new ArrayList<>();
        units.forEach((reason, names) -> {
            boolean one = names.size() == 1;
            passed.add(new PassedOver(code(reason).word(), names.size(), some(names) + switch (reason) {
                case UNKNOWN -> one ? " is not in the configuration." : " are not in the configuration.";
                case WRONG_KIND -> one
                        ? " is a service: restart it instead."
                        : " are services: restart them instead.";
                case FORBIDDEN -> " may not be started from outside (api_trigger = false).";
                case BAD_PARAMS -> (one ? " takes" : " take") + " other parameters now: run " + it(names.size())
                        + " with a form.";
                case NOT_NOW, STALLED, STOPPING -> " cannot be started now.";
            }));
        });
        return passed;
    }

    private static ProblemCode code(Reason reason) {
        return switch (reason) {
            case UNKNOWN -> ProblemCode.UNIT_UNKNOWN;
            case WRONG_KIND -> ProblemCode.NOT_A_TASK;
            case FORBIDDEN -> ProblemCode.API_TRIGGER_OFF;
            case BAD_PARAMS -> ProblemCode.BAD_PARAMETERS;
            case NOT_NOW -> ProblemCode.NOT_NOW;
            case STALLED -> ProblemCode.JOURNAL_STALLED;
            case STOPPING -> ProblemCode.STOPPING;
        };
    }

    private static String some(List<String> names) {
        String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? named + " and " + (names.size() - NAMED) + " more" : named;
    }

    private static PassedOver of(ProblemCode code, int count, String what) {
        return new PassedOver(code.word(), count, count + (count == 1 ? " is " : " are ") + what + ".");
    }

    private static String it(int count) {
        return count == 1 ? "it" : "them";
    }
}
