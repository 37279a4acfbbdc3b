package io.runwisp.api.reload;

import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a reload of some units leaves in force: these from the new file, all else from the old one. */
final class Merging {

    private Merging() {
    }

    static Config of(Config old, Config read, List<String> names) {
        SortedMap<String, Unit> units = new TreeMap<>(old.units());
        for (String name : names) {
            Unit unit = read.units().get(name);
            if (unit == null) {
                units.remove(name);
            } else {
                units.put(name, unit);
            }
        }
        return new Config(old.file(), old.shown(), read.files(), old.zone(), old.zoneOrigin(), old.daemon(), units,
                old.notifications(), old.hooks(), old.maintenance());
    }

    /** Two units of a mixture whose logs would lie in one directory; null when there are none. */
    static @Nullable String clash(Config merged) {
        Map<String, String> owners = new HashMap<>();
        for (Unit unit : merged.units().values()) {
            String other = owners.put(unit.logDirectory(), unit.name());
            if (other != null) {
                return "\"" + other + "\" and \"" + unit.name() + "\" would write their logs into one directory, "
                        + unit.logDirectory() + ": name both, so that the old one goes when the new one comes";
            }
        }
        return null;
    }
}
