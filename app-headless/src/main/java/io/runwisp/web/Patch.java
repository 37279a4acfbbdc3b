package io.runwisp.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes one JSON text of another. A patch of a value is {@code [v]} when it is {@code v} now, {@code []} when it is gone, {@code {"field":patch}} for an
 * object of which only these fields have changed, and {@code [0,[step,...]]} for a list: a step {@code [i,n]} takes {@code n} items of the old list from
 * {@code i} on, {@code [i,0,patch]} takes one and patches it, and {@code [v]} adds a new one. The page has the other half, {@code hub/patch.ts}.
 */
final class Patch {

    /** What is hardly shorter than the whole is not worth the trouble. */
    private static final int WORTH_PERCENT = 60;

    private final StringBuilder out = new StringBuilder(1024);

    private Patch() {
    }

    /** The patch, or null when the new text itself is as good. */
    static @Nullable String between(String before, String now) {
        Patch patch = new Patch();
        patch.value(JsonSpan.of(before), JsonSpan.of(now));
        return patch.out.length() * 100L > (long) now.length() * WORTH_PERCENT ? null : patch.out.toString();
    }

    private void value(JsonSpan before, JsonSpan now) {
        int start = out.length();
        if (before.isObject() && now.isObject()) {
            object(before, now);
        } else if (before.isArray() && now.isArray()) {
            list(before.items(), now.items());
        } else {
            whole(now);
            return;
        }
        if (out.length() - start > now.length() + 2) {
            out.setLength(start);
            whole(now);
        }
    }

    private void whole(JsonSpan now) {
        out.append('[').append(now.text(), now.from(), now.to()).append(']');
    }

    private void object(JsonSpan before, JsonSpan now) {
        out.append('{');
        for (int i = 0; i < now.keys().size(); i++) {
            String key = now.keys().get(i);
            JsonSpan value = now.items().get(i);
            int old = place(before.keys(), key, i);
            if (old < 0) {
                field(key);
                whole(value);
            } else if (!value.sameAs(before.items().get(old))) {
                field(key);
                value(before.items().get(old), value);
            }
        }
        for (int i = 0; i < before.keys().size(); i++) {
            if (place(now.keys(), before.keys().get(i), i) < 0) {
                field(before.keys().get(i)).append("[]");
            }
        }
        out.append('}');
    }

    /** Where a field is, mostly where it is expected. */
    private static int place(List<String> keys, String key, int expected) {
        return expected < keys.size() && keys.get(expected).equals(key) ? expected : keys.indexOf(key);
    }

    private StringBuilder field(String key) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        return out.append(key).append(':');
    }

    private void list(List<JsonSpan> before, List<JsonSpan> now) {
        Map<String, Integer> same = new HashMap<>();
        Map<String, Integer> named = new HashMap<>();
        for (int i = before.size() - 1; i >= 0; i--) {
            same.put(before.get(i).written(), i);
            String name = before.get(i).name();
            if (name != null) {
                named.put(name, i);
            }
        }
        out.append("[0,[");
        String comma = "";
        int from = 0;
        int taken = 0;
        for (int i = 0; i <= now.size(); i++) {
            JsonSpan item = i < now.size() ? now.get(i) : null;
            int next = from + taken;
            if (item != null && taken > 0 && next < before.size() && item.sameAs(before.get(next))) {
                taken++;
                continue;
            }
            if (taken > 0) {
                out.append(comma).append('[').append(from).append(',').append(taken).append(']');
                comma = ",";
                taken = 0;
            }
            if (item == null) {
                break;
            }
            Integer at = same.get(item.written());
            if (at != null) {
                from = at;
                taken = 1;
                continue;
            }
            out.append(comma);
            comma = ",";
            String name = item.name();
            Integer like = name == null ? unnamed(before, item, i) : named.get(name);
            if (like == null) {
                whole(item);
            } else {
                out.append('[').append(like).append(",0,");
                value(before.get(like), item);
                out.append(']');
            }
        }
        out.append("]]");
    }

    /** Lists and objects that begin with no text are told by their places. */
    private static @Nullable Integer unnamed(List<JsonSpan> before, JsonSpan item, int place) {
        boolean patched = place < before.size() && (item.isArray() && before.get(place).isArray()
                || item.isObject() && before.get(place).isObject());
        return patched ? place : null;
    }
}
