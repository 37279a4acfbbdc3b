package io.runwisp.config.load;

import io.runwisp.config.grammar.UnitNames;
import io.runwisp.config.load.Declared.DeclaredUnit;
import io.runwisp.config.problem.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One name, one unit, one directory of logs. */
final class NameRules {

    private NameRules() {
    }

    /** The units by name; the later one of two equal names is reported and left out. */
    static SortedMap<String, DeclaredUnit> unique(List<DeclaredUnit> declared) {
        SortedMap<String, DeclaredUnit> units = new TreeMap<>();
        Map<String, DeclaredUnit> directories = new HashMap<>();
        for (DeclaredUnit unit : inOrder(declared)) {
            DeclaredUnit same = units.putIfAbsent(unit.name(), unit);
            if (same != null) {
                twice(same, unit);
                continue;
            }
            DeclaredUnit neighbour = directories.putIfAbsent(UnitNames.logDirectory(unit.name()), unit);
            if (neighbour != null) {
                unit.settings()
                    .context()
                    .reject(unit.settings().place(),
                            "\"" + unit.name() + "\" and \"" + neighbour.name() + "\" (" + whereAlone(neighbour, unit)
                                    + ") would write their logs to one directory, "
                                    + UnitNames.logDirectory(unit.name()),
                            "names that differ in a letter or digit", "rename one of them");
            }
        }
        return units;
    }

    /** In the order of the text within a file; files stay in the order in which they were read. */
    private static List<DeclaredUnit> inOrder(List<DeclaredUnit> declared) {
        Map<Object, Integer> files = new HashMap<>();
        declared.forEach(unit -> files.putIfAbsent(place(unit).file().path(), files.size()));
        return declared.stream().sorted((left, right) -> {
            int byFile = Integer.compare(files.getOrDefault(place(left).file().path(), 0),
                    files.getOrDefault(place(right).file().path(), 0));
            return byFile != 0 ? byFile : place(left).compareTo(place(right));
        }).toList();
    }

    private static void twice(DeclaredUnit first, DeclaredUnit second) {
        second.settings()
            .context()
            .reject(place(second),
                    "\"" + second.name() + "\" is declared twice: as [" + first.kind().table() + "." + first.name()
                            + "] on "
                            + where(first, second) + " as [" + second.kind().table() + "." + second.name() + "]",
                    "one name for one task or service", "rename one of them");
    }

    private static String whereAlone(DeclaredUnit first, DeclaredUnit second) {
        Place there = place(first);
        return there.file().equals(place(second).file())
                ? "line " + there.line()
                : "line " + there.line() + " of " + there.file().shown();
    }

    /** Where the first stands, and the second if that is another file. */
    private static String where(DeclaredUnit first, DeclaredUnit second) {
        Place there = place(first);
        return there.file().equals(place(second).file())
                ? "line " + there.line() + ", and here"
                : "line " + there.line() + " of " + there.file().shown() + ", and in " + place(second).file().shown();
    }

    private static Place place(DeclaredUnit unit) {
        return unit.settings().place();
    }
}
