package io.runwisp.config.load;

import io.runwisp.config.Config.EventHook;
import io.runwisp.config.Config.Maintenance;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.Key;
import io.runwisp.config.language.NotifyKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.toml.Node;
import io.runwisp.model.EventKind;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of routes, hooks and maintenance windows. */
final class EventRules {

    private EventRules() {
    }

    static void routes(List<Settings> routes, TargetRules targets) {
        for (Settings route : routes) {
            Given<List<String>> list = route.given(NotifyKeys.NOTIFY_LIST);
            notEmpty(route, NotifyKeys.NOTIFY_LIST, "at least one notifier");
            targets.check(list, true);
            Settings match = route.get(NotifyKeys.MATCH_TABLE);
            Given<List<EventKind>> kinds = match == null ? null : match.given(NotifyKeys.KIND);
            if (kinds != null && kinds.value().contains(EventKind.NOTIFY_DELIVERY_FAILED)) {
                kinds.context()
                    .problems()
                    .warning(kinds.place(), kinds.context().path(),
                            route.context().subject() + ": notify.delivery_failed goes to the bell only",
                            "take it out of this list");
            }
        }
    }

    static List<EventHook> hooks(List<Settings> hooks) {
        for (Settings hook : hooks) {
            notEmpty(hook, NotifyKeys.ON, "at least one event kind");
        }
        return hooks.stream().map(EventHook::new).toList();
    }

    static List<Maintenance> maintenance(List<Settings> windows, ZoneId zone, ScheduleRules schedules) {
        List<Maintenance> checked = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Settings window : windows) {
            ZoneId own = window.get(NotifyKeys.WINDOW_ZONE);
            ZoneId effective = own == null ? zone : own;
            String id = window.get(NotifyKeys.MAINTENANCE_ID);
            if (id != null && !ids.add(id)) {
                window.reject(NotifyKeys.MAINTENANCE_ID, "the id \"" + id + "\" is taken", "one id for one window", "");
            }
            notEmpty(window, NotifyKeys.UNITS, "at least one name pattern");
            shape(window, effective);
            schedules.check(window, NotifyKeys.WINDOW_CRON, effective);
            checked.add(new Maintenance(window, effective));
        }
        return checked;
    }

    private static void shape(Settings window, ZoneId zone) {
        boolean single = window.wasWritten(NotifyKeys.FROM) && window.wasWritten(NotifyKeys.UNTIL);
        boolean repeated = window.wasWritten(NotifyKeys.WINDOW_CRON) && window.wasWritten(NotifyKeys.WINDOW_LENGTH);
        int parts = 0;
        for (Key<?> key : List.of(NotifyKeys.FROM, NotifyKeys.UNTIL, NotifyKeys.WINDOW_CRON,
                NotifyKeys.WINDOW_LENGTH)) {
            parts += window.wasWritten(key) ? 1 : 0;
        }
        if (!single && !repeated || parts != 2) {
            window.context()
                .reject(window.place(), "this window does not say when it is",
                        "from and until, or cron and for", "");
            return;
        }
        Temporal from = window.get(NotifyKeys.FROM);
        Temporal until = window.get(NotifyKeys.UNTIL);
        if (from != null && until != null && !at(until, zone).isAfter(at(from, zone))) {
            window.reject(NotifyKeys.UNTIL, "until is not after from", "a later date-time", "");
        }
    }

    private static ZonedDateTime at(Temporal time, ZoneId zone) {
        return time instanceof OffsetDateTime offset ? offset.toZonedDateTime() : ((LocalDateTime) time).atZone(zone);
    }

    private static <T> void notEmpty(Settings settings, Key<List<T>> key, String expected) {
        @Nullable
        Given<List<T>> list = settings.given(key);
        if (list != null && list.node() instanceof Node.Items items && items.items().isEmpty()) {
            list.context().reject(list.place(), list.writtenAs() + " is empty", expected, "");
        }
    }
}
