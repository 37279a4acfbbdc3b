package io.runwisp.store;

import io.runwisp.model.Notice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What front-ends ask about the bell. */
public final class NoticeQueries {

    private final Readers readers;

    NoticeQueries(Readers readers) {
        this.readers = readers;
    }

    /** The rows behind this one, or the newest; newest first. */
    public List<Notice> page(int limit, @Nullable String before) {
        return readers.ask(session -> {
            BellMapper mapper = session.getMapper(BellMapper.class);
            return (before == null ? mapper.first(limit) : mapper.before(before, limit)).stream()
                .map(NoticeRows::read)
                .toList();
        });
    }

    /** The row of this id. */
    public Optional<Notice> find(String id) {
        return readers.ask(
                session -> Optional.ofNullable(session.getMapper(BellMapper.class).find(id)).map(NoticeRows::read));
    }

    /** How many rows are unread. */
    public int unread() {
        return readers.ask(session -> session.getMapper(BellMapper.class).unread());
    }
}
