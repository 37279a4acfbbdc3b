package io.runwisp.engine;

import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.ForgetNotices;
import io.runwisp.engine.RunJournalChange.MarkAllNotices;
import io.runwisp.engine.RunJournalChange.MarkNotice;
import io.runwisp.engine.RunJournalChange.RingBell;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The bell of the journal in memory. */
final class FakeBell {

    private final NavigableMap<String, Notice> rows = new TreeMap<>();
    private final Map<String, Boolean> changed = new LinkedHashMap<>();
    private final NoticeText texts = new JsonEventText();
    private final Consumer<AppendEvent> events;
    private final List<AppendEvent> told = new ArrayList<>();
    private @Nullable Instant marked;

    FakeBell(Consumer<AppendEvent> events) {
        this.events = events;
    }

    void ring(RingBell ring) {
        Notice last = rows.values()
            .stream()
            .filter(row -> row.fingerprint().equals(ring.occurrence().fingerprint()))
            .max(Comparator.comparing(Notice::lastOccurredAt).thenComparing(Notice::id))
            .orElse(null);
        if (last != null && last.takes(ring.occurrence(), ring.folding())) {
            rows.put(last.id(), last.with(ring.occurrence(), ring.folding()));
            changed.putIfAbsent(last.id(), false);
        } else {
            if (last != null && changed.containsKey(last.id())) {
                tellChanged();
            }
            rows.put(ring.id(), Notice.first(ring.id(), ring.occurrence()));
            changed.put(ring.id(), true);
        }
    }

    void mark(MarkNotice mark) {
        tellChanged();
        Notice row = rows.get(mark.id());
        if (row != null && (row.readAt() != null) != mark.read()) {
            rows.put(row.id(), row.readAt(mark.read() ? mark.at() : null));
            tell(row(mark.id()), false, mark.at());
            marked = mark.at();
        }
    }

    void markAll(MarkAllNotices mark) {
        tellChanged();
        if (unread() > 0) {
            rows.replaceAll((_, row) -> row.readAt() == null ? row.readAt(mark.at()) : row);
            marked = mark.at();
        }
    }

    void forget(ForgetNotices forget) {
        tellChanged();
        int before = unread();
        while (rows.size() > forget.keep()) {
            rows.pollFirstEntry();
        }
        rows.values().removeIf(row -> row.lastOccurredAt().isBefore(forget.lastBefore()));
        if (unread() != before) {
            marked = forget.at();
        }
    }

    void finish() {
        tellChanged();
        if (marked != null) {
            told.add(new AppendEvent("notifications.unread_count_changed", marked, texts.ofUnread(unread())));
            marked = null;
        }
        told.forEach(events);
        told.clear();
    }

    List<Notice> rows() {
        List<Notice> newestFirst = new ArrayList<>(rows.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private void tellChanged() {
        changed.forEach((id, created) -> tell(row(id), created, row(id).lastOccurredAt()));
        changed.clear();
    }

    private Notice row(String id) {
        return Objects.requireNonNull(rows.get(id));
    }

    private void tell(Notice row, boolean created, Instant at) {
        told.add(new AppendEvent(created ? "notification.created" : "notification.updated", at,
                texts.ofNotice(row, unread())));
    }

    private int unread() {
        return (int) rows.values().stream().filter(row -> row.readAt() == null).count();
    }
}
