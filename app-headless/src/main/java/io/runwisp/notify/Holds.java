package io.runwisp.notify;

import io.runwisp.model.EventSeverity;
import io.runwisp.wire.json.Required;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What maintenance windows keep back: counted, and told in one message for each channel when the window is over. One thread at a time. */
final class Holds {

    /** What is told as the kind of such a message. */
    static final String KIND = "maintenance.ended";
    /** So many different things are named in a summary; of the rest it is said how many they are. */
    static final int MOST_LINES = 20;

    private record Key(String window, String token) {
    }

    /** One line of a summary: what happened, and how often. */
    public record Line(@Required String title, int count, @Required Instant last) {
    }

    /**
     * What is held for one channel, as it outlives the daemon.
     *
     * @param first when the first of it was
     * @param unnamed of how many there is no line
     */
    public record Held(@Required String window, @Required String token, @Required Instant until,
            @Required Instant first,
            @Required EventSeverity worst, int count, List<Line> lines, int unnamed) {

        public Held {
            lines = List.copyOf(lines);
        }

        private Held with(Alert alert, Instant end) {
            List<Line> all = new ArrayList<>(lines);
            int more = unnamed;
            int at = indexOf(alert.title());
            if (at >= 0) {
                all.set(at, new Line(alert.title(), lines.get(at).count() + alert.count(), alert.at()));
            } else if (all.size() < MOST_LINES) {
                all.add(new Line(alert.title(), alert.count(), alert.at()));
            } else {
                more += alert.count();
            }
            return new Held(window, token, end.isAfter(until) ? end : until, first,
                    alert.severity().compareTo(worst) > 0 ? alert.severity() : worst, count + alert.count(), all, more);
        }

        private int indexOf(String title) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).title().equals(title)) {
                    return i;
                }
            }
            return -1;
        }

        private Alert summary(Instant now) {
            StringBuilder text = new StringBuilder();
            for (Line line : lines) {
                text.append(text.isEmpty() ? "" : "; ").append(line.title());
                if (line.count() > 1) {
                    text.append(" ×").append(line.count());
                }
            }
            if (unnamed > 0) {
                text.append("; and ").append(unnamed).append(" more");
            }
            String title = "Maintenance " + window + " is over: " + count
                    + (count == 1 ? " notice was" : " notices were")
                    + " held";
            return new Alert(KIND, worst, "", null, now, title, "is over", text.append('.').toString(), null, 1, first);
        }
    }

    private final Map<Key, Held> held = new LinkedHashMap<>();

    /** Keeps one back. */
    void hold(Maintenance.Active window, String token, Alert alert) {
        held.merge(new Key(window.id(), token),
                new Held(window.id(), token, window.until(), alert.first(), alert.severity(), 0, List.of(), 0)
                    .with(alert, window.until()),
                (before, _) -> before.with(alert, window.until()));
    }

    /** The summaries of the windows that are over. */
    List<Coalescer.Due> due(Instant now) {
        List<Coalescer.Due> due = new ArrayList<>(0);
        for (Iterator<Held> all = held.values().iterator(); all.hasNext();) {
            Held each = all.next();
            if (!each.until().isAfter(now)) {
                all.remove();
                due.add(new Coalescer.Due(each.token(), each.summary(now)));
            }
        }
        return due;
    }

    /** A window of another configuration may end earlier, or be gone: each is asked for its end anew. */
    void follow(Maintenance windows, Instant now) {
        held.replaceAll((key, each) -> {
            Instant end = windows.windows()
                .stream()
                .filter(window -> window.id().equals(key.window()))
                .map(window -> window.times().endAt(now))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(now);
            return new Held(each.window(), each.token(), end, each.first(), each.worst(), each.count(), each.lines(),
                    each.unnamed());
        });
    }

    /** When the next window is over. */
    Instant next() {
        return held.values().stream().map(Held::until).min(Instant::compareTo).orElse(Instant.MAX);
    }

    /** What is held, for another life. */
    List<Held> all() {
        return List.copyOf(held.values());
    }

    /** Goes on where another life was. */
    void restore(List<Held> others) {
        others.forEach(each -> held.put(new Key(each.window(), each.token()), each));
    }
}
