package io.runwisp.notify.hook;

import io.runwisp.config.Config.EventHook;
import io.runwisp.config.grammar.Globs;
import io.runwisp.config.language.NotifyKeys;
import io.runwisp.model.EventKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hook of the configuration.
 *
 * @param number which one in the file, from 1
 * @param units patterns of names, or null for all units and for the daemon itself
 */
record Hook(int number, Set<EventKind> on, String run, @Nullable List<String> units, Duration timeout,
        Map<String, String> variables) {

    Hook {
        on = Set.copyOf(on);
        units = units == null ? null : List.copyOf(units);
        variables = Map.copyOf(variables);
    }

    static Hook of(int number, EventHook declared) {
        Map<String, String> variables = declared.settings().get(NotifyKeys.HOOK_ENV);
        return new Hook(number, Set.copyOf(declared.settings().value(NotifyKeys.ON)),
                declared.settings().value(NotifyKeys.HOOK_RUN), declared.settings().get(NotifyKeys.UNITS),
                declared.settings().value(NotifyKeys.HOOK_TIMEOUT), variables == null ? Map.of() : variables);
    }

    /** Whether it runs at an event that has these kinds; one about the daemon has no unit, and no pattern is about it. */
    boolean wants(Set<EventKind> kinds, @Nullable String unit) {
        return kinds.stream().anyMatch(on::contains)
                && (units == null || unit == null || units.stream().anyMatch(glob -> Globs.matches(glob, unit)));
    }
}
