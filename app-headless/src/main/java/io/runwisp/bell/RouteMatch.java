package io.runwisp.bell;

import io.runwisp.config.grammar.Globs;
import io.runwisp.config.language.NotifyKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a route wants; everything that is set must fit.
 *
 * @param kinds null for every kind that need not be named
 * @param unit a pattern of names, or null for all
 */
public record RouteMatch(@Nullable Set<EventKind> kinds, @Nullable EventSeverity least, boolean failuresOnly,
        @Nullable String unit) {

    /** What this route wants. */
    public static RouteMatch of(Settings route) {
        Settings match = route.get(NotifyKeys.MATCH_TABLE);
        if (match == null) {
            return new RouteMatch(null, null, false, null);
        }
        List<EventKind> kinds = match.get(NotifyKeys.KIND);
        return new RouteMatch(kinds == null ? null : Set.copyOf(kinds), match.get(NotifyKeys.SEVERITY),
                match.value(NotifyKeys.FAILURE), match.get(NotifyKeys.MATCH_UNIT));
    }

    /** Whether it wants these news of this unit. */
    public boolean takes(RunNews news, String unitName, boolean failure) {
        return (kinds == null ? news.kind() != EventKind.RUN_STARTED
                : news.matched().stream().anyMatch(kinds::contains))
                && (least == null || news.severity().compareTo(least) >= 0)
                && (!failuresOnly || failure)
                && (unit == null || Globs.matches(unit, unitName));
    }
}
