package io.runwisp.config.load;

import io.runwisp.config.Unit;
import io.runwisp.config.grammar.NearestName;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.ServiceKeys;
import io.runwisp.config.problem.Place;
import io.runwisp.config.toml.Node;
import io.runwisp.model.UnitKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** The rules of {@code depends_on}: known services only, and no circle. */
final class DependencyRules {

    private final SortedMap<String, Unit> units;
    private final Set<String> reported = new HashSet<>();

    private DependencyRules(SortedMap<String, Unit> units) {
        this.units = units;
    }

    static void check(SortedMap<String, Unit> units) {
        DependencyRules rules = new DependencyRules(units);
        for (Unit unit : units.values()) {
            rules.names(unit);
        }
        for (Unit unit : units.values()) {
            if (!rules.reported.contains(unit.name())) {
                rules.circle(unit, new ArrayList<>(List.of(unit.name())), new HashSet<>());
            }
        }
    }

    private void names(Unit unit) {
        Given<List<String>> depends = unit.settings().given(ServiceKeys.DEPENDS_ON);
        if (depends == null) {
            return;
        }
        for (int i = 0; i < depends.value().size(); i++) {
            String name = depends.value().get(i);
            Unit other = units.get(name);
            Place place = depends.node() instanceof Node.Items items && i < items.items().size()
                    ? items.items().get(i).place()
                    : depends.place();
            if (name.equals(unit.name())) {
                depends.context().reject(place, "it depends on itself", "other services", "");
            } else if (other == null) {
                String near = NearestName.in(services(), name).map(one -> "did you mean \"" + one + "\"?").orElse("");
                depends.context()
                    .absent(place, "depends_on names \"" + name + "\", and there is no such service",
                            "services of this configuration", near);
            } else if (other.kind() == UnitKind.TASK) {
                depends.context()
                    .reject(place, "depends_on names \"" + name + "\", which is a task", "services only", "");
            }
        }
    }

    private List<String> services() {
        return units.values().stream().filter(unit -> unit.kind() == UnitKind.SERVICE).map(Unit::name).toList();
    }

    /** Walks in the order of the lists; units are visited by name, so that a circle is told from its first member. */
    private boolean circle(Unit unit, List<String> way, Set<String> seen) {
        List<String> next = unit.get(ServiceKeys.DEPENDS_ON);
        if (next == null || !seen.add(unit.name())) {
            return false;
        }
        for (String name : next) {
            Unit other = units.get(name);
            if (other == null || name.equals(unit.name())) {
                continue;
            }
            if (name.equals(way.getFirst())) {
                tell(way);
                return true;
            }
            way.add(name);
            if (circle(other, way, seen)) {
                return true;
            }
            way.removeLast();
        }
        return false;
    }

    private void tell(List<String> way) {
        reported.addAll(way);
        List<String> whole = new ArrayList<>(way);
        whole.add(way.getFirst());
        Unit first = units.get(way.getFirst());
        if (first != null) {
            first.settings()
                .reject(ServiceKeys.DEPENDS_ON, "depends_on goes in a circle: " + String.join(" -> ", whole),
                        "an order in which they can start", "take one of these dependencies out");
        }
    }
}
