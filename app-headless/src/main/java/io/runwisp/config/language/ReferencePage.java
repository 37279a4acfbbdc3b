package io.runwisp.config.language;

import io.runwisp.config.language.RootTable.Form;
import java.util.ArrayList;
import java.util.List;

/** The language as the reference page of the user guide, in Markdown. */
public final class ReferencePage {

    private ReferencePage() {
    }

    /** The whole page. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Every table and key of `runwisp.toml`

                This page is written from the declarations that the daemon itself reads: it cannot be out of date. The grammar of
                durations, sizes, schedules and references is in [The configuration file](configuration.md).

                *Inherited* keys may stand in `[defaults]` too. *Counts* says when a changed value takes effect.

                """);
        for (RootTable root : Language.root()) {
            heading(page, 2, rootHeading(root));
            page.append(root.help());
            if (root.rootOnly()) {
                page.append(" Root file only.");
            }
            if (!root.aliases().isEmpty()) {
                page.append(" Also called `").append(String.join("`, `", root.aliases())).append("`.");
            }
            page.append("\n\n");
            if (root.name().equals("notifiers")) {
                page.append("The keys are those of `[[notifier]]`, without `id`.\n\n");
                continue;
            }
            if (root.name().equals("defaults")) {
                page.append(
                        "Every key that is marked *inherited* below, and `env`, `secrets`, `env_file`, `secrets_file`, which are "
                                + "merged.\n\n");
                continue;
            }
            for (Table table : tables(root)) {
                if (table != root.tables().getFirst() || root.tables().size() > 1) {
                    heading(page, 3, "`" + table.heading() + "`");
                }
                table(page, table);
            }
        }
        return page.toString();
    }

    private static List<Table> tables(RootTable root) {
        List<Table> tables = new ArrayList<>(root.tables());
        switch (root.name()) {
            case "tasks" -> tables.addAll(List.of(Table.PARAM, Table.HOOK_TOKEN));
            case "services" -> tables.add(Table.HEALTH_CHECK);
            case "notification_route" -> tables.add(Table.MATCH);
            default -> {
            }
        }
        return tables;
    }

    private static String rootHeading(RootTable root) {
        String name = root.name();
        return root.form() == Form.SINGLE
                ? "`[" + name + "]`"
                : root.form() == Form.NAMED ? "`[" + name + ".<name>]`" : "`[[" + name + "]]`";
    }

    private static void heading(StringBuilder page, int level, String text) {
        page.append("#".repeat(level)).append(' ').append(text).append("\n\n");
    }

    private static void table(StringBuilder page, Table table) {
        page.append("| Key | Value | Default | Meaning | Counts |\n|---|---|---|---|---|\n");
        for (Key<?> key : Language.shape(table).keys()) {
            page.append("| `").append(key.name()).append('`');
            if (key.isRequiredOn(table)) {
                page.append(" **required**");
            }
            page.append(" | ")
                .append(cell(key.type().described()))
                .append(" | ")
                .append(key.isRequiredOn(table) ? "" : cell(defaultOf(key, table)))
                .append(" | ")
                .append(cell(notes(key, table)))
                .append(" | ")
                .append(key.reload().shown())
                .append(" |\n");
        }
        page.append('\n');
    }

    private static <T> String defaultOf(Key<T> key, Table table) {
        T value = key.defaultOn(table);
        String text = value == null ? key.defaultText() : key.type().shown(value);
        boolean prose = value == null;
        return text.isEmpty() ? "" : prose ? text : "`" + text + "`";
    }

    private static String notes(Key<?> key, Table table) {
        StringBuilder notes = new StringBuilder(key.help());
        if (key.isInheritedBy(table)) {
            notes.append(" *Inherited.*");
        }
        if (!key.aliases().isEmpty()) {
            notes.append(" Also `").append(String.join("`, `", key.aliases())).append("`.");
        }
        if (key.isSecret()) {
            notes.append(" Never shown.");
        }
        return notes.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
