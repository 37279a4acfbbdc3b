package io.runwisp.config.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one key: the only place where anything about it is said. Built by chaining in the class of its table, immutable afterwards.
 *
 * @param <T> what its value becomes
 */
public final class Key<T> {

    private final String name;
    private final ValueType<T> type;
    private final String help;
    private final List<String> aliases = new ArrayList<>();
    private final List<String> outdated = new ArrayList<>();
    private final Map<String, String> hints = new HashMap<>();
    private final Set<Table> tables = EnumSet.noneOf(Table.class);
    private final Set<Table> required = EnumSet.noneOf(Table.class);
    private final Set<Table> inherits = EnumSet.noneOf(Table.class);
    private final Map<Table, T> defaults = new EnumMap<>(Table.class);
    private final Map<Table, String> elsewhere = new EnumMap<>(Table.class);
    private final Map<String, String> gone = new HashMap<>();
    private String defaultText = "none";
    private Reload reload = Reload.LIVE;
    private boolean secret;
    private boolean literal;

    Key(String name, ValueType<T> type, String help) {
        this.name = name;
        this.type = type;
        this.help = help;
    }

    Key<T> on(Table... where) {
        tables.addAll(List.of(where));
        return this;
    }

    Key<T> requiredOn(Table... where) {
        required.addAll(List.of(where));
        return on(where);
    }

    /** May stand in {@code [defaults]} too, for the given kinds of unit. */
    Key<T> inheritedBy(Table... where) {
        inherits.addAll(List.of(where));
        tables.add(Table.DEFAULTS);
        return this;
    }

    Key<T> byDefault(T value) {
        tables.stream().filter(table -> table != Table.DEFAULTS).forEach(table -> defaults.put(table, value));
        defaultText = type.shown(value);
        return this;
    }

    Key<T> byDefault(Table table, T value, String text) {
        defaults.put(table, value);
        defaultText = text;
        return this;
    }

    /** May stand in a further table, where another value is built in. */
    Key<T> byDefaultOn(Table table, T value) {
        tables.add(table);
        defaults.put(table, value);
        return this;
    }

    /** The default in words, where it is not one value. */
    Key<T> defaultText(String text) {
        defaultText = text;
        return this;
    }

    Key<T> alias(String... names) {
        aliases.addAll(List.of(names));
        return this;
    }

    /** Names that still load, with a warning. */
    Key<T> outdated(String... names) {
        outdated.addAll(List.of(names));
        return this;
    }

    /** Names of other tools that people try: they do not load, but lead here. */
    Key<T> soughtAs(String... names) {
        for (String other : names) {
            hints.put(other, "here it is called \"" + name + "\"");
        }
        return this;
    }

    /** A name of another tool whose value is written in another way here. */
    Key<T> soughtAs(String other, String advice) {
        hints.put(other, advice);
        return this;
    }

    /** What to say where the key is known but does not belong. */
    Key<T> insteadOn(Table table, String advice) {
        elsewhere.put(table, advice);
        return this;
    }

    /** A value that once was right, and what replaces it. */
    Key<T> gone(String value, String advice) {
        gone.put(value, advice);
        return this;
    }

    Key<T> reload(Reload when) {
        reload = when;
        return this;
    }

    /** Its value is never shown. */
    Key<T> secret() {
        secret = true;
        return this;
    }

    /** Its value is not substituted. */
    Key<T> literal() {
        literal = true;
        return this;
    }

    /** The canonical name. */
    public String name() {
        return name;
    }

    /** How its value is written. */
    public ValueType<T> type() {
        return type;
    }

    /** One line for the reference. */
    public String help() {
        return help;
    }

    /** Other names that load silently. */
    public List<String> aliases() {
        return List.copyOf(aliases);
    }

    /** Every name that loads, the canonical one first. */
    public List<String> names() {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(aliases);
        all.addAll(outdated);
        return all;
    }

    /** Whether a name is an old one that earns a warning. */
    public boolean isOutdated(String written) {
        return outdated.contains(written);
    }

    Set<String> hints() {
        return hints.keySet();
    }

    /** What to tell somebody who wrote this name of another tool, or null when it does not lead here. */
    @Nullable
    String hintFor(String written) {
        return hints.get(written);
    }

    /** Where it may stand. */
    public Set<Table> tables() {
        return Set.copyOf(tables);
    }

    /** Whether it must stand in a table. */
    public boolean isRequiredOn(Table table) {
        return required.contains(table);
    }

    /** Whether a table takes its value from {@code [defaults]}. */
    public boolean isInheritedBy(Table table) {
        return inherits.contains(table);
    }

    /** The built-in value for a table, or null. */
    public @Nullable T defaultOn(Table table) {
        return defaults.get(table);
    }

    /** The default in words. */
    public String defaultText() {
        return defaultText;
    }

    /** What to say when it stands in a table where it does not belong, or null for the general words. */
    @Nullable
    String adviceOn(Table table) {
        return elsewhere.get(table);
    }

    @Nullable
    String replacementOf(String value) {
        return gone.get(value);
    }

    /** What a reload does with a change. */
    public Reload reload() {
        return reload;
    }

    /** Whether its value must never be shown. */
    public boolean isSecret() {
        return secret;
    }

    boolean isLiteral() {
        return literal;
    }

    @Override
    public String toString() {
        return name;
    }
}
