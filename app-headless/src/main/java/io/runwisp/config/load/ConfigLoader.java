package io.runwisp.config.load;

import io.runwisp.config.Config;
import io.runwisp.config.Config.Notifications;
import io.runwisp.config.LoadResult;
import io.runwisp.config.Notifier;
import io.runwisp.config.ScheduleGrammar;
import io.runwisp.config.Surroundings;
import io.runwisp.config.Unit;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.KeyContext;
import io.runwisp.config.language.NotifyKeys;
import io.runwisp.config.language.SecretText;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.Table;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problems;
import io.runwisp.config.problem.SourceFile;
import io.runwisp.config.toml.TomlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a configuration from its root file: what the daemon does at boot and at reload, and what {@code validate} does. */
public final class ConfigLoader {

    private final ScheduleGrammar grammar;
    private final Surroundings surroundings;

    /** Loads with this judge of cron texts, in these surroundings. */
    public ConfigLoader(ScheduleGrammar grammar, Surroundings surroundings) {
        this.grammar = grammar;
        this.surroundings = surroundings;
    }

    /** Loads the configuration whose root file is named, relative to the working directory. */
    public LoadResult load(Path file) {
        Problems problems = new Problems();
        Config config = new Load(problems).run(surroundings.workingDirectory().resolve(file).normalize(),
                file.toString());
        List<io.runwisp.config.problem.Problem> errors = problems.errors();
        return new LoadResult(errors.isEmpty() ? config : null, errors, problems.warnings());
    }

    /** One load. */
    private final class Load {

        private final Problems problems;
        private final Declared declared = new Declared();
        private final List<Path> files = new ArrayList<>();

        Load(Problems problems) {
            this.problems = problems;
        }

        @Nullable
        Config run(Path path, String shown) {
            SourceFile root = file(path, shown, true);
            if (root == null) {
                return null;
            }
            for (Path included : Includes.of(single(Table.DAEMON, root), root)) {
                file(included, nameBeside(root, included), false);
            }
            return assemble(root);
        }

        private @Nullable SourceFile file(Path path, String shown, boolean isRoot) {
            SourceFile file = SourceReader.read(path, shown, problems);
            if (file == null) {
                problems.incomplete();
                return null;
            }
            files.add(path);
            TomlReader.Document document = TomlReader.read(file, text -> SecretText.in(text)::visible, problems);
            if (document.broken()) {
                problems.incomplete();
            }
            new FileDecoder(declared, context(file), isRoot).decode(document.root());
            return file;
        }

        private Config assemble(SourceFile root) {
            SingleRules singles = new SingleRules(single(Table.DAEMON, root), single(Table.SCHEDULER, root),
                    single(Table.STORAGE, root), surroundings);
            SingleRules.Zone zone = singles.zone();
            ScheduleRules schedules = new ScheduleRules(grammar);
            TargetRules targets = new TargetRules(declared.notifiers);
            SortedMap<String, Unit> units = units(root, zone, new UnitRules(schedules), targets);
            Config config = new Config(root.path(), root.shown(), files, zone.zone(), zone.origin(),
                    singles.check(single(Table.DEFAULTS, root)), units,
                    notifications(single(Table.NOTIFY, root), targets), EventRules.hooks(declared.hooks),
                    EventRules.maintenance(declared.maintenance, zone.zone(), schedules));
            Warnings.check(config, problems);
            return config;
        }

        private SortedMap<String, Unit> units(SourceFile root, SingleRules.Zone zone, UnitRules rules,
                TargetRules targets) {
            UnitAssembly assembly = new UnitAssembly(single(Table.DEFAULTS, root), zone.zone());
            SortedMap<String, Unit> units = new TreeMap<>();
            NameRules.unique(declared.units).forEach((name, unit) -> units.put(name, assembly.assemble(unit)));
            for (Unit unit : units.values()) {
                rules.check(unit);
                targets.check(unit.settings().given(UnitKeys.NOTIFY_ON_FAILURE), true);
                targets.check(unit.settings().given(UnitKeys.NOTIFY_ON_SUCCESS), true);
            }
            DependencyRules.check(units);
            return units;
        }

        private Notifications notifications(Settings notify, TargetRules targets) {
            List<Notifier> notifiers = new NotifierRules(surroundings).check(declared.notifiers);
            EventRules.routes(declared.routes, targets);
            Given<List<String>> defaults = notify.given(NotifyKeys.DEFAULT_NOTIFIERS);
            targets.check(defaults, false);
            Given<Boolean> disabled = notify.given(NotifyKeys.DISABLE_INAPP);
            if (disabled != null) {
                problems.warning(disabled.keyPlace(), disabled.context().path(),
                        "[notify]: disable_inapp is an old spelling",
                        "write default_notifiers = []");
            }
            boolean silent = defaults == null && disabled != null && disabled.value();
            List<String> ids = silent ? List.of() : notify.value(NotifyKeys.DEFAULT_NOTIFIERS);
            return new Notifications(notify, ids.stream().filter(id -> !id.isBlank()).toList(), notifiers,
                    declared.routes);
        }

        private Settings single(Table table, SourceFile root) {
            Settings written = declared.singles.get(table);
            return written != null
                    ? written
                    : Settings.none(table, context(root).of(table.heading(), ""), Place.wholeFile(root));
        }

        private KeyContext context(SourceFile file) {
            return new KeyContext(problems, new References(surroundings, problems), file, "", "", null);
        }

        private static String nameBeside(SourceFile root, Path included) {
            Path shown = Path.of(root.shown());
            Path directory = root.directory();
            Path relative = included.startsWith(directory) ? directory.relativize(included) : included;
            return shown.getParent() == null ? relative.toString() : shown.resolveSibling(relative).toString();
        }
    }
}
