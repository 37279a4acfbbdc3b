package io.runwisp.api.http;

import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.language.HookAction;
import io.runwisp.config.language.PartKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.UnitKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Supplier;

/**
 * The tokens of inbound hooks, as the configuration in force has them.
 *
 * @param config asked each time, because a reload may change it
 */
public record HookTokens(Supplier<Config> config) {

    /** What a token is good for. */
    enum Verdict {
        /** For this. */
        GOOD,
        /** For something else of this unit. */
        OTHER_ACTION,
        /** For nothing of this unit, or there is no such unit. */
        BAD
    }

    /** Looks at all tokens of the unit, whichever fits, so that the time it takes tells nothing. */
    Verdict judge(String unit, String action, String sent) {
        Unit found = config.get().units().get(unit);
        List<Settings> tokens = found == null ? null : found.get(UnitKeys.HOOK_TOKENS);
        Verdict verdict = Verdict.BAD;
        for (Settings token : tokens == null ? List.<Settings>of() : tokens) {
            if (MessageDigest.isEqual(bytes(token.value(PartKeys.TOKEN)), bytes(sent))) {
                List<HookAction> allowed = token.get(PartKeys.ALLOW);
                verdict = allowed == null || allowed.stream().anyMatch(one -> one.word().equals(action)) ? Verdict.GOOD
                        : Verdict.OTHER_ACTION;
            }
        }
        return verdict;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
