package io.runwisp.wire.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of one text: whether it is strict, and what was found wrong so far. Used by one thread. */
final class Reading {

    static final String ROOT = "body";

    /** More places than these help nobody, and whoever sent them could go on for long. */
    private static final int MOST_ITEMS = 20;

    private final boolean strict;
    private final List<WireFault.Item> items = new ArrayList<>();

    Reading(boolean strict) {
        this.strict = strict;
    }

    boolean strict() {
        return strict;
    }

    /** Notes that the current value is not what was expected, and steps over it. */
    @Nullable
    Object expected(JsonParser json, String what) throws IOException {
        note(place(json.getParsingContext()), "must be " + what);
        json.skipChildren();
        return null;
    }

    /** Notes that a field of the object that has just been read is wrong. */
    void note(String location, String message) {
        if (items.size() < MOST_ITEMS) {
            items.add(new WireFault.Item(location, message));
        }
    }

    void finish() {
        if (!items.isEmpty()) {
            throw WireFault.unexpected(items);
        }
    }

    /** The way to where a parser stands. */
    static String place(JsonStreamContext at) {
        JsonStreamContext parent = at.getParent();
        if (parent == null) {
            return ROOT;
        }
        if (at.inArray()) {
            return place(parent) + (at.hasCurrentIndex() ? "[" + at.getCurrentIndex() + "]" : "");
        }
        return place(parent) + (at.hasCurrentName() ? "." + at.getCurrentName() : "");
    }
}
