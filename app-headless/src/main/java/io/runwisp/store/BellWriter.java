package io.runwisp.store;

import io.runwisp.engine.NoticeText;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.ForgetNotices;
import io.runwisp.engine.RunJournalChange.MarkAllNotices;
import io.runwisp.engine.RunJournalChange.MarkNotice;
import io.runwisp.engine.RunJournalChange.RingBell;
import io.runwisp.model.Notice;
import io.runwisp.store.BellMapper.NoticeRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds what the bell tells into rows, within one transaction: however often something occurs in it, its row is read once, written once, and told of by one
 * event. Owned by the writer thread.
 */
final class BellWriter {

    /** A row that this transaction has changed and not yet written. */
    private record Rung(Notice notice, boolean created) {
    }

    private final BellMapper mapper;
    private final NoticeText texts;
    private final List<AppendEvent> events = new ArrayList<>();
    private final Map<String, Rung> rung = new LinkedHashMap<>();
    private @Nullable Instant marked;

    BellWriter(BellMapper mapper, NoticeText texts) {
        this.mapper = mapper;
        this.texts = texts;
    }

    void ring(RingBell ring) {
        String fingerprint = ring.occurrence().fingerprint();
        Rung last = rung.get(fingerprint);
        if (last == null) {
            NoticeRow row = mapper.newest(fingerprint);
            last = row == null ? null : new Rung(NoticeRows.read(row), false);
        }
        if (last != null && last.notice().takes(ring.occurrence(), ring.folding())) {
            rung.put(fingerprint, new Rung(last.notice().with(ring.occurrence(), ring.folding()), last.created()));
            return;
        }
        if (rung.containsKey(fingerprint)) {
            write();
        }
        rung.put(fingerprint, new Rung(Notice.first(ring.id(), ring.occurrence()), true));
    }

    void mark(MarkNotice mark) {
        write();
        NoticeRow row = mapper.find(mark.id());
        if (row == null || (row.readAt() != null) == mark.read()) {
            return;
        }
        Notice notice = NoticeRows.read(row).readAt(mark.read() ? mark.at() : null);
        mapper.save(NoticeRows.of(notice));
        tell(notice, false, mark.at());
        marked = mark.at();
    }

    void markAll(MarkAllNotices mark) {
        write();
        if (mapper.readAll(InstantText.of(mark.at())) > 0) {
            marked = mark.at();
        }
    }

    void forget(ForgetNotices forget) {
        write();
        int before = mapper.unread();
        mapper.forget(forget.keep(), InstantText.of(forget.lastBefore()));
        if (mapper.unread() != before) {
            marked = forget.at();
        }
    }

    /** Writes what is still to be written, for the transaction is about to be committed, and answers the events of all of it. */
    List<AppendEvent> finish() {
        write();
        if (marked != null) {
            events.add(new AppendEvent("notifications.unread_count_changed", marked,
                    texts.ofUnread(mapper.unread())));
        }
        List<AppendEvent> told = List.copyOf(events);
        drop();
        return told;
    }

    /** The transaction is over, or did not happen. */
    void drop() {
        rung.clear();
        events.clear();
        marked = null;
    }

    private void write() {
        if (rung.isEmpty()) {
            return;
        }
        rung.values().forEach(row -> mapper.save(NoticeRows.of(row.notice())));
        rung.values().forEach(row -> tell(row.notice(), row.created(), row.notice().lastOccurredAt()));
        rung.clear();
    }

    private void tell(Notice notice, boolean created, Instant at) {
        events.add(new AppendEvent(created ? "notification.created" : "notification.updated", at,
                texts.ofNotice(notice, mapper.unread())));
    }
}
