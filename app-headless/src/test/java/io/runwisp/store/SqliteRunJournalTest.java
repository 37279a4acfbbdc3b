package io.runwisp.store;

import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalContract;
import io.runwisp.model.Notice;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteRunJournalTest extends RunJournalContract {

    @TempDir
    private Path directory = Path.of("");

    private @Nullable RunStore store;

    @Override
    protected RunJournal open() {
        store = Stores.open(directory.resolve("runwisp.db"));
        return store.journal();
    }

    @AfterEach
    void closeStore() {
        store().close();
    }

    @Override
    protected Optional<Run> stored(RunId id) {
        return store().runs().findDeletedToo(id);
    }

    @Override
    protected List<String> storedEvents() {
        return store().events()
            .after(0, 10_000)
            .stream()
            .map(event -> event.seq() + " " + event.kind() + " " + event.payload())
            .toList();
    }

    @Override
    protected List<Notice> storedNotices() {
        return store().notices().page(1000, null);
    }

    private RunStore store() {
        if (store == null) {
            throw new AssertionError("not open");
        }
        return store;
    }
}
