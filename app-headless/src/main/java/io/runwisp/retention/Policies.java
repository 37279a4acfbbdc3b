package io.runwisp.retention;

import java.util.Map;

/**
 * What is kept.
 *
 * @param units for each unit of the configuration
 * @param defaults for units that have left the configuration ({@code [defaults]})
 * @param maxLogBytes what all logs together may take ({@code [storage] max_size}); 0 is no cap
 */
public record Policies(Map<String, Keep> units, Keep defaults, long maxLogBytes) {

    public Policies {
        units = Map.copyOf(units);
    }

    /** What is kept of a unit. */
    public Keep of(String unit) {
        return units.getOrDefault(unit, defaults);
    }
}
