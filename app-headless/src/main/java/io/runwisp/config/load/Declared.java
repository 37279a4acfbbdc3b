package io.runwisp.config.load;

import io.runwisp.config.language.KeyContext;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.Table;
import io.runwisp.model.UnitKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the files declare, decoded table by table and not yet put together. */
final class Declared {

    /** A unit under its trimmed name. */
    record DeclaredUnit(UnitKind kind, String name, Settings settings) {
    }

    /** A notifier; its settings are null when its type is unknown. */
    record DeclaredNotifier(String id, @Nullable Table type, @Nullable Settings settings, KeyContext context) {
    }

    final Map<Table, Settings> singles = new EnumMap<>(Table.class);
    final List<DeclaredUnit> units = new ArrayList<>();
    final List<DeclaredNotifier> notifiers = new ArrayList<>();
    final List<Settings> routes = new ArrayList<>();
    final List<Settings> hooks = new ArrayList<>();
    final List<Settings> maintenance = new ArrayList<>();
}
