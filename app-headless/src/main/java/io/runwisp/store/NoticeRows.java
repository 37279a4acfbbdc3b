package io.runwisp.store;

import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Notice;
import io.runwisp.model.Word;
import io.runwisp.store.BellMapper.NoticeRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of the bell as they stand in their table. The instants of occurrences are a list of texts in JSON; none contains anything to be escaped. */
final class NoticeRows {

    private NoticeRows() {
    }

    static NoticeRow of(Notice notice) {
        return new NoticeRow(notice.id(), notice.fingerprint(), notice.kind().word(), notice.severity().word(),
                notice.unit(), notice.runId(), notice.title(), notice.body(), notice.count(),
                notice.occurrences()
                    .stream()
                    .map(at -> '"' + InstantText.of(at) + '"')
                    .collect(Collectors.joining(",", "[", "]")),
                InstantText.of(notice.createdAt()), InstantText.of(notice.lastOccurredAt()),
                InstantText.ofNullable(notice.readAt()));
    }

    static Notice read(NoticeRow row) {
        return new Notice(row.id(), row.fingerprint(), word(EventKind.values(), row.kind()),
                word(EventSeverity.values(), row.severity()), row.taskName(), row.runId(), row.title(), row.body(),
                row.count(), instants(row.occurrences()), InstantText.read(row.createdAt()),
                InstantText.read(row.lastOccurredAt()), InstantText.readNullable(row.readAt()));
    }

    private static List<Instant> instants(String list) {
        String inner = list.substring(1, list.length() - 1);
        return inner.isEmpty()
                ? List.of()
                : Arrays.stream(inner.split(",", -1))
                    .map(text -> InstantText.read(text.substring(1, text.length() - 1)))
                    .toList();
    }

    private static <W extends Word> W word(W[] words, String text) {
        return Word.find(words, text)
            .orElseThrow(() -> new StoreException("a row of the bell has the unknown word " + text));
    }
}
