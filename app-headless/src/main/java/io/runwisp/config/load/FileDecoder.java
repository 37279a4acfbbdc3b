package io.runwisp.config.load;

import io.runwisp.config.grammar.NearestName;
import io.runwisp.config.grammar.Reading;
import io.runwisp.config.grammar.Substitution;
import io.runwisp.config.grammar.UnitNames;
import io.runwisp.config.language.Decoder;
import io.runwisp.config.language.KeyContext;
import io.runwisp.config.language.Language;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.config.language.RootTable;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.Table;
import io.runwisp.config.toml.Node;
import io.runwisp.config.toml.Node.Entry;
import io.runwisp.model.UnitKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes the tables of one file into what is declared. */
final class FileDecoder {

    private final Declared declared;
    private final KeyContext context;
    private final boolean root;

    /** {@code context} is that of the file as a whole; {@code root} tells whether it may hold the single tables. */
    FileDecoder(Declared declared, KeyContext context, boolean root) {
        this.declared = declared;
        this.context = context;
        this.root = root;
    }

    void decode(Node.Table document) {
        for (Entry entry : document.entries().values()) {
            RootTable table = Language.root(entry.key());
            if (table == null) {
                unknown(entry);
            } else if (table.rootOnly() && !root) {
                context.inside(entry.key())
                    .reject(entry.keyPlace(),
                            "[" + entry.key() + "] stands in an included file",
                            "tasks, services, notifiers, routes, hooks and maintenance windows",
                            "move it to the root file");
            } else {
                table(table, entry);
            }
        }
    }

    private void table(RootTable table, Entry entry) {
        KeyContext inside = context.of("", entry.key());
        switch (table.form()) {
            case SINGLE -> {
                if (entry.value() instanceof Node.Table values) {
                    Table which = table.tables().getFirst();
                    declared.singles.put(which,
                            Decoder.decode(values, which, context.of("[" + entry.key() + "]", entry.key())));
                } else {
                    wrongShape(inside, entry, "a table: write [" + entry.key() + "] above its keys");
                }
            }
            case NAMED -> {
                if (entry.value() instanceof Node.Table values) {
                    values.entries().values().forEach(one -> named(table, one, inside));
                } else {
                    wrongShape(inside, entry, "tables with a name: write [" + entry.key() + ".<name>]");
                }
            }
            case LIST -> {
                if (entry.value() instanceof Node.Items items) {
                    for (int i = 0; i < items.items().size(); i++) {
                        listed(table, items.items().get(i), i, inside);
                    }
                } else {
                    wrongShape(inside, entry, "a list of tables: write [[" + entry.key() + "]]");
                }
            }
        }
    }

    private static void wrongShape(KeyContext context, Entry entry, String expected) {
        context.reject(entry.keyPlace(), entry.key() + " is " + entry.value().kind(), expected, "");
    }

    private void named(RootTable table, Entry entry, KeyContext inside) {
        String name = entry.key().strip();
        boolean notifier = table.name().equals("notifiers");
        UnitKind kind = table.name().equals("tasks") ? UnitKind.TASK : UnitKind.SERVICE;
        KeyContext own = inside.of((notifier ? "notifier" : kind.word()) + " \"" + name + "\"",
                inside.inside(entry.key()).path());
        if (!(entry.value() instanceof Node.Table values)) {
            own.reject(entry.keyPlace(), "\"" + name + "\" is " + entry.value().kind(), "a table",
                    "write [" + own.path() + "] above its keys");
            return;
        }
        if (notifier) {
            notifier(values, name, own);
            return;
        }
        if (UnitNames.read(name) instanceof Reading.Bad<String> bad) {
            own.reject(entry.keyPlace(), "this name cannot be used: " + bad.reason(),
                    "1 to 100 letters, digits or . _ - :", "");
        }
        declared.units
            .add(new Declared.DeclaredUnit(kind, name, Decoder.decode(values, table.tables().getFirst(), own)));
    }

    private void listed(RootTable table, Node node, int index, KeyContext inside) {
        KeyContext own = inside.of(subject(table, node, index), inside.inside("[" + index + "]").path());
        if (!(node instanceof Node.Table values)) {
            own.reject(node.place(), table.name() + "[" + index + "] is " + node.kind(), "a table", "");
            return;
        }
        switch (table.name()) {
            case "notifier" -> notifier(values, null, own);
            case "notification_route" -> declared.routes.add(Decoder.decode(values, Table.ROUTE, own));
            case "hook" -> declared.hooks.add(Decoder.decode(values, Table.HOOK, own));
            default -> declared.maintenance.add(Decoder.decode(values, Table.MAINTENANCE, own));
        }
    }

    private static String subject(RootTable table, Node node, int index) {
        String word = table.name().equals("notification_route") ? "route" : table.name();
        return node instanceof Node.Table values
                && values.entries().get("id") instanceof Entry(_, _, Node.Text text) && !text.value().isBlank()
                        ? word + " \"" + text.value() + "\""
                        : word + " " + (index + 1);
    }

    /** {@code key} is the id that the table's name gives, or null where the {@code id} key must give it. */
    private void notifier(Node.Table values, @Nullable String key, KeyContext own) {
        String written = text(values, "id").strip();
        String id = key == null ? written : key;
        KeyContext named = id.isEmpty() ? own : own.of("notifier \"" + id + "\"", own.path());
        checkId(values, key, written, named);
        Entry type = values.entries().get("type");
        String word = text(values, "type");
        Table table = Language.notifierTypes().get(word);
        if (table == null) {
            unknownType(values, type, word, named);
            declared.notifiers.add(new Declared.DeclaredNotifier(id, null, null, named));
            return;
        }
        Settings settings = Decoder.decode(values, table, named);
        declared.notifiers.add(new Declared.DeclaredNotifier(id, table, settings, named));
    }

    /** The text of an entry after substitution; what cannot be replaced is reported when the table is decoded. */
    private String text(Node.Table values, String key) {
        if (!(values.entries().get(key) instanceof Entry(_, _, Node.Text text))) {
            return "";
        }
        return context.expansion().expand(context.file(), text.value()) instanceof Substitution.Text expanded
                ? expanded.value()
                : text.value();
    }

    private static void checkId(Node.Table values, @Nullable String key, String written, KeyContext named) {
        Entry entry = values.entries().get("id");
        KeyContext inside = named.at(NotifierKeys.ID, "id");
        String id = key == null ? written : key;
        io.runwisp.config.problem.Place place = entry == null ? values.place() : entry.value().place();
        if (id.isEmpty()) {
            if (entry == null) {
                named.absent(place, "id is missing", "a name that notify lists can use", "add id = \"chat\"");
            } else {
                inside.reject(place, "id is not a name", "a text that is not blank", "");
            }
        } else if (id.equals("inapp")) {
            inside.reject(place, "\"inapp\" is the built-in bell and needs no declaration", "another id", "");
        } else if (id.indexOf(':') >= 0) {
            inside.reject(place, "an id has no colon, because lists write id:target", "another id", "");
        } else if (key != null && entry != null && !written.equals(key)) {
            inside.reject(place, "the table is called \"" + key + "\" and its id says something else", "one name",
                    "delete the id line");
        }
    }

    private static void unknownType(Node.Table values, @Nullable Entry type, String word, KeyContext named) {
        List<String> types = new ArrayList<>(Language.notifierTypes().keySet());
        String expected = "one of " + String.join(", ", types);
        if (type == null) {
            named.absent(values.place(), "type is missing", expected, "add type = \"slack\"");
            return;
        }
        String near = word.equals("email") || word.equals("mail")
                ? "mail is \"smtp\", or \"sendmail\" for the local mailer"
                : NearestName.in(types, word).map(name -> "did you mean \"" + name + "\"?").orElse("");
        named.at(NotifierKeys.TYPE, "type")
            .reject(type.value().place(),
                    "type " + named.shown(type.value()) + " is not known", expected, near);
    }

    /** Each alias is told of, because each must become a service. */
    private static void compose(Entry entry, KeyContext inside) {
        List<Entry> aliases = entry.value() instanceof Node.Table table
                ? table.entries().values().stream().filter(one -> one.value() instanceof Node.Table).toList()
                : List.of();
        for (Entry one : aliases.isEmpty() ? List.of(entry) : aliases) {
            String path = aliases.isEmpty() ? inside.path() : inside.inside(one.key()).path();
            inside.of("", path)
                .reject(one.keyPlace(),
                        "[" + path + "] is refused: containers are not started by this product", "",
                        "write a service whose run is a docker compose command");
        }
    }

    private void unknown(Entry entry) {
        KeyContext inside = context.of("", entry.key());
        String what = entry.value() instanceof Node.Table || entry.value() instanceof Node.Items
                ? "[" + entry.key() + "] is not a table of this language"
                : "\"" + entry.key() + "\" stands outside any table";
        if (entry.key().equals("compose")) {
            compose(entry, inside);
            return;
        }
        String home = Language.headingsOf(entry.key());
        if (!(entry.value() instanceof Node.Table) && !home.isEmpty()) {
            inside.reject(entry.keyPlace(), what, "", "write it below a header; it belongs to " + home);
            return;
        }
        if (entry.key().startsWith("program:")) {
            inside.reject(entry.keyPlace(), what, "",
                    "write [services." + entry.key().substring("program:".length()) + "]");
            return;
        }
        String hint = Language.rootHint(entry.key());
        String near = hint != null ? hint : NearestName.in(Language.rootNames(), entry.key()).orElse("");
        String remedy = near.isEmpty()
                ? "the tables are: " + String.join(", ", Language.root().stream().map(RootTable::name).toList())
                : "did you mean \"" + near + "\"?";
        inside.reject(entry.keyPlace(), what, "", remedy);
    }
}
