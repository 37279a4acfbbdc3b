package io.runwisp.bell;

import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.ForgetNotices;
import io.runwisp.engine.RunJournalChange.RingBell;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.RunJournalLayer;
import io.runwisp.engine.RunJournalReceipt;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Occurrence;
import io.runwisp.model.Run;
import io.runwisp.wire.event.RunEvent;
import io.runwisp.wire.json.WireJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A journal that rings the bell in the very batch that writes what happened. It knows what happened by the events behind the row of a run. Any thread may use
 * it; the bell is changed by the journal alone.
 */
public final class RingingJournal implements RunJournalLayer {

    private final RunJournal journal;
    private final Supplier<String> ids;
    private volatile BellRules rules;

    /**
     * A bell on a journal.
     *
     * @param ids of new rows, each greater than the one before; asked by one thread at a time
     */
    public RingingJournal(RunJournal journal, Supplier<String> ids, BellRules rules) {
        this.journal = journal;
        this.ids = ids;
        this.rules = rules;
    }

    /** From now on these hold. */
    public void follow(BellRules newRules) {
        rules = newRules;
    }

    /** Whether these news of a unit, which no row of a run tells, ring it. */
    public boolean wants(RunNews news, String unit) {
        return rules.ring(news, unit, false);
    }

    /** Rings it for something that is not behind the row of a run. */
    public Admission ring(Occurrence occurrence, RunJournalReceipt receipt) {
        return journal.write(ringing(List.of(), List.of(occurrence)), receipt);
    }

    /** What the bell has to forget now, for whoever sweeps. */
    public ForgetNotices tidying(Instant now) {
        BellRules held = rules;
        return new ForgetNotices(held.keep(), now.minus(held.keepFor()), now);
    }

    @Override
    public Admission write(List<RunJournalChange> batch, RunJournalReceipt receipt) {
        List<Occurrence> occurrences = occurrences(batch);
        return journal.write(occurrences.isEmpty() ? batch : ringing(batch, occurrences), receipt);
    }

    private List<RunJournalChange> ringing(List<RunJournalChange> batch, List<Occurrence> occurrences) {
        List<RunJournalChange> changes = new ArrayList<>(batch);
        BellRules now = rules;
        synchronized (ids) {
            occurrences.forEach(occurrence -> changes.add(new RingBell(ids.get(), occurrence, now.folding())));
        }
        return changes;
    }

    private List<Occurrence> occurrences(List<RunJournalChange> batch) {
        List<Occurrence> occurrences = new ArrayList<>(1);
        Run saved = null;
        for (RunJournalChange change : batch) {
            if (change instanceof AppendEvent event) {
                if (event.kind().equals(EventKind.LOG_DISK_PRESSURE.word())) {
                    pressed(event, occurrences);
                } else if (saved != null) {
                    happened(event, saved, occurrences);
                }
            } else {
                saved = change instanceof SaveRun(Run run) ? run : null;
            }
        }
        return occurrences;
    }

    private void happened(AppendEvent event, Run saved, List<Occurrence> occurrences) {
        Run run = RunNews.at(event.kind(), saved);
        RunNews news = RunNews.of(event.kind(), run);
        boolean failure = run.end() != null && run.end().failure();
        if (news != null && rules.ring(news, run.taskName(), failure)) {
            String reason = run.end() == null ? "" : run.end().reason().word();
            occurrences.add(new Occurrence(Fingerprint.of(run.taskName(), news.kind(), reason), news.kind(),
                    news.severity(), run.taskName(), run.id().text(), NoticeWords.title(run, news.verb()),
                    NoticeWords.body(run), event.at()));
        }
    }

    private void pressed(AppendEvent told, List<Occurrence> occurrences) {
        RunEvent event = WireJson.read(RunEvent.class, told.payload());
        String unit = event.run().taskName();
        EventKind kind = EventKind.LOG_DISK_PRESSURE;
        RunNews news = new RunNews(kind, Set.of(kind), EventSeverity.WARN, "has no room for its log");
        if (rules.ring(news, unit, false)) {
            occurrences.add(new Occurrence(Fingerprint.of(unit, kind, ""), kind, news.severity(), unit,
                    event.run().id(), unit + " " + news.verb(),
                    NoticeWords.sentence(event.error() == null ? "the disk of the logs is nearly full" : event.error()),
                    told.at()));
        }
    }

    @Override
    public RunJournal journal() {
        return journal;
    }
}
