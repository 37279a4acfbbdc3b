package io.runwisp.wire.json;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is not the JSON of what was to be read. */
public final class WireFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean json;
    private final transient List<Item> items;

    /**
     * A place that is wrong.
     *
     * @param location the way to it, such as {@code body.ids[3]}
     * @param message what was expected
     */
    public record Item(String location, String message) {
    }

    private WireFault(boolean json, List<Item> items) {
        super(items.stream().map(item -> item.location() + " " + item.message()).collect(Collectors.joining("; ")));
        this.json = json;
        this.items = List.copyOf(items);
    }

    static WireFault notJson(String message) {
        return new WireFault(false, List.of(new Item(Reading.ROOT, message)));
    }

    static WireFault unexpected(List<Item> items) {
        return new WireFault(true, items);
    }

    /** What is wrong with it, as one sentence. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Whether it is JSON, though not the right one. */
    public boolean isJson() {
        return json;
    }

    /** What is wrong with it, in its order; never empty. */
    public List<Item> items() {
        return items;
    }
}
