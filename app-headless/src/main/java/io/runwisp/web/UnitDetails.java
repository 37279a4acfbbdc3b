package io.runwisp.web;

import io.runwisp.config.Unit;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.view.screen.UnitScreen.Detail;
import io.runwisp.view.screen.UnitScreen.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the configuration says about a unit, as far as it may be shown. */
record UnitDetails(List<Detail> keys, List<Variable> variables) {

    UnitDetails {
        keys = List.copyOf(keys);
        variables = List.copyOf(variables);
    }

    /** The details of a unit; none when there is no such unit. */
    static UnitDetails of(@Nullable Unit unit) {
        if (unit == null) {
            return new UnitDetails(List.of(), List.of());
        }
        List<Detail> keys = unit.settings()
            .shown()
            .stream()
            .map(value -> new Detail(value.key(), value.text(), switch (value.origin()) {
                case HERE -> null;
                case DEFAULTS -> "from [defaults]";
                case BUILT_IN -> "built in";
            }))
            .toList();
        List<Variable> variables = new ArrayList<>();
        unit.environment().plain().forEach((name, value) -> variables.add(new Variable(name, value, false)));
        String file = unit.get(UnitKeys.SECRETS_FILE);
        String where = file == null ? "secrets" : "secrets, or " + file;
        unit.environment().secret().keySet().forEach(name -> variables.add(new Variable(name, where, true)));
        return new UnitDetails(keys, variables);
    }
}
