package io.runwisp.engine;

import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.model.Notice;
import io.runwisp.model.Run;
import io.runwisp.model.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class FakeRunJournalTest extends RunJournalContract {

    private FakeRunJournal journal = new FakeRunJournal();

    @Override
    protected RunJournal open() {
        journal = new FakeRunJournal();
        return journal;
    }

    @Override
    protected Optional<Run> stored(RunId id) {
        return journal.find(id);
    }

    @Override
    protected List<String> storedEvents() {
        List<String> events = new ArrayList<>();
        for (AppendEvent event : journal.events()) {
            events.add(events.size() + 1 + " " + event.kind() + " " + event.payload());
        }
        return events;
    }

    @Override
    protected List<Notice> storedNotices() {
        return journal.notices();
    }
}
