package io.runwisp.config.language;

import io.runwisp.config.language.ShownValue.Origin;
import io.runwisp.config.problem.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one table: what was written, what is inherited, what is built in. Immutable once decoded. */
public final class Settings {

    private final Table table;
    private final KeyContext context;
    private final Place place;
    private final Map<Key<?>, Given<?>> given;
    private final Set<Key<?>> written;
    private final @Nullable Settings defaults;

    Settings(Table table, KeyContext context, Place place, Map<Key<?>, Given<?>> given, Set<Key<?>> written) {
        this(table, context, place, Map.copyOf(given), Set.copyOf(written), null);
    }

    private Settings(Table table, KeyContext context, Place place, Map<Key<?>, Given<?>> given, Set<Key<?>> written,
            @Nullable Settings defaults) {
        this.table = table;
        this.context = context;
        this.place = place;
        this.given = given;
        this.written = written;
        this.defaults = defaults;
    }

    /** A table that nobody wrote. */
    public static Settings none(Table table, KeyContext context, Place place) {
        return new Settings(table, context, place, Map.of(), Set.of());
    }

    /** The same values over others, for the keys that this table inherits. */
    public Settings over(Settings inherited) {
        return new Settings(table, context, place, given, written, inherited);
    }

    /** Which table it is. */
    public Table table() {
        return table;
    }

    /** Where its name stands. */
    public Place place() {
        return place;
    }

    /** Where it was read. */
    public KeyContext context() {
        return context;
    }

    /** What was written here under a key, or null. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable Given<T> given(Key<T> key) {
        return (Given<T>) given.get(key);
    }

    /** What was written here or, where the key is inherited, in the defaults; or null. */
    public <T> @Nullable Given<T> effective(Key<T> key) {
        Given<T> own = given(key);
        return own != null || defaults == null || !key.isInheritedBy(table) ? own : defaults.given(key);
    }

    /** The value that counts, or null when there is none. */
    public <T> @Nullable T get(Key<T> key) {
        Given<T> written = effective(key);
        return written == null ? key.defaultOn(table) : written.value();
    }

    /** The value of a key that always has one. */
    public <T> T value(Key<T> key) {
        return Objects.requireNonNull(get(key), () -> key + " has no value on " + table);
    }

    /** Whether the key was written in this very table. */
    public boolean has(Key<?> key) {
        return given.containsKey(key);
    }

    /** Whether the key was written in this very table, even if its value could not be read. */
    public boolean wasWritten(Key<?> key) {
        return written.contains(key);
    }

    /** The values that count, in the order of the reference: no secrets, nothing that is empty, and nothing that has keys of its own. */
    public List<ShownValue> shown() {
        return Language.shape(table).keys().stream().flatMap(key -> shown(key).stream()).toList();
    }

    private <T> Optional<ShownValue> shown(Key<T> key) {
        T value = get(key);
        boolean plain = !(value instanceof Map) && !(value instanceof List<?> list && (list.isEmpty()
                || list.getFirst() instanceof Settings)) && !"".equals(value);
        if (value == null || key.isSecret() || !plain) {
            return Optional.empty();
        }
        Origin origin = has(key) ? Origin.HERE : effective(key) == null ? Origin.BUILT_IN : Origin.DEFAULTS;
        return Optional.of(new ShownValue(key.name(), key.type().shown(value), origin));
    }

    /** Reports a problem at what was written under a key, or at the table when nothing was. */
    public void reject(Key<?> key, String message, String expected, String remedy) {
        Given<?> written = effective(key);
        if (written == null) {
            context.reject(place, message, expected, remedy);
        } else {
            written.context()
                .problems()
                .error(written.place(), written.context().path(),
                        context.subject().isEmpty() ? message : context.subject() + ": " + message, expected, remedy);
        }
    }
}
