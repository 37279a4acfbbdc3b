package io.runwisp.store;

import io.runwisp.engine.NoticeText;
import io.runwisp.engine.Registration;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalChange.AppendEvent;
import io.runwisp.engine.RunJournalChange.CloseFact;
import io.runwisp.engine.RunJournalChange.DeleteRun;
import io.runwisp.engine.RunJournalChange.DropRegistration;
import io.runwisp.engine.RunJournalChange.DropSetting;
import io.runwisp.engine.RunJournalChange.DropWatermark;
import io.runwisp.engine.RunJournalChange.ForgetFacts;
import io.runwisp.engine.RunJournalChange.ForgetNotices;
import io.runwisp.engine.RunJournalChange.HideRun;
import io.runwisp.engine.RunJournalChange.MarkAllNotices;
import io.runwisp.engine.RunJournalChange.MarkNotice;
import io.runwisp.engine.RunJournalChange.MoveWatermark;
import io.runwisp.engine.RunJournalChange.OpenFact;
import io.runwisp.engine.RunJournalChange.RingBell;
import io.runwisp.engine.RunJournalChange.SaveRegistration;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.RunJournalChange.SaveSetting;
import io.runwisp.engine.RunJournalChange.ShowRun;
import io.runwisp.engine.Watermark;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** The write connection: puts batches into one transaction. Owned by the writer thread. */
final class ChangeWriter implements AutoCloseable {

    /** How many events are kept for clients that come back. */
    static final int KEPT_EVENTS = 10_000;
    /** After this many commits it is worth while to move them from the write-ahead log into the database. */
    static final int TIDY_AFTER = 32;

    private final Connection connection;
    private final SqlSession session;
    private final ChangeMapper mapper;
    private final BellWriter bell;
    private long committedEvent;
    private long lastEvent;
    private int untidied;

    ChangeWriter(Connection connection, Sessions sessions, NoticeText texts) {
        this.connection = connection;
        session = sessions.writing(connection);
        mapper = session.getMapper(ChangeMapper.class);
        bell = new BellWriter(session.getMapper(BellMapper.class), texts);
        committedEvent = session.getMapper(StateMapper.class).lastEvent();
        lastEvent = committedEvent;
    }

    /** What became of a transaction. */
    sealed interface Outcome {
    }

    /**
     * It is on the disk.
     *
     * @param sequences for each batch the numbers of its events
     * @param bell what the bell has to tell of the whole transaction, events behind those of the batches
     * @param bellSequences their numbers
     */
    record Committed(List<List<Long>> sequences, List<RunJournalChange> bell,
            List<Long> bellSequences) implements Outcome {
    }

    /** Nothing of it was written. */
    record Failed(CommitFailure failure) implements Outcome {
    }

    /** Writes all of these batches, or none. */
    Outcome commit(List<List<RunJournalChange>> batches) {
        try {
            execute("BEGIN IMMEDIATE");
            List<List<Long>> sequences = new ArrayList<>(batches.size());
            for (List<RunJournalChange> batch : batches) {
                sequences.add(apply(batch));
            }
            List<RunJournalChange> rung = List.copyOf(bell.finish());
            List<Long> rungSequences = apply(rung);
            if (lastEvent > committedEvent) {
                mapper.forgetEvents(lastEvent - KEPT_EVENTS);
            }
            execute("COMMIT");
            committedEvent = lastEvent;
            untidied++;
            return new Committed(sequences, rung, rungSequences);
        } catch (SQLException | RuntimeException e) {
            lastEvent = committedEvent;
            bell.drop();
            CommitFailure failure = CommitFailure.of(e);
            rollBack();
            return new Failed(failure);
        }
    }

    /** Whether {@link #tidy} has enough to do. */
    boolean isUntidy() {
        return untidied >= TIDY_AFTER;
    }

    /** Moves what is committed from the write-ahead log into the database, which else one of the next commits would have to do. */
    void tidy() {
        untidied = 0;
        try {
            execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            // The next commit meets the same fault, and tells of it.
        }
    }

    private List<Long> apply(List<RunJournalChange> batch) {
        List<Long> sequences = new ArrayList<>();
        for (RunJournalChange change : batch) {
            Long sequence = apply(change);
            if (sequence != null) {
                sequences.add(sequence);
            }
        }
        return List.copyOf(sequences);
    }

    /** The number of the event, when the change is one. */
    private @Nullable Long apply(RunJournalChange change) {
        switch (change) {
            case SaveRun(var run) -> mapper.saveRun(RunRows.of(run));
            case DeleteRun(var id) -> mapper.deleteRun(id.text());
            case HideRun(var id, var at) -> mapper.hideRun(id.text(), InstantText.of(at));
            case ShowRun(var id) -> mapper.showRun(id.text());
            case AppendEvent(var kind, var at, var payload) -> {
                lastEvent++;
                mapper.appendEvent(lastEvent, kind, InstantText.of(at), payload);
                return lastEvent;
            }
            case MoveWatermark(Watermark(var task, var at, var expression, var zone)) ->
                mapper.moveWatermark(task, InstantText.of(at), expression, zone);
            case DropWatermark(var task) -> mapper.dropWatermark(task);
            case OpenFact(var kind, var subject, var from, var detail) -> {
                mapper.closeFact(kind.word(), subject, InstantText.of(from));
                mapper.openFact(kind.word(), subject, InstantText.of(from), detail);
            }
            case CloseFact(var kind, var subject, var until) ->
                mapper.closeFact(kind.word(), subject, InstantText.of(until));
            case ForgetFacts(var before) -> mapper.forgetFacts(InstantText.of(before));
            case SaveRegistration(var registration) -> mapper.saveRegistration(row(registration));
            case DropRegistration(var task) -> mapper.dropRegistration(task);
            case SaveSetting(var key, var value) -> mapper.saveSetting(key, value);
            case DropSetting(var key) -> mapper.dropSetting(key);
            case RingBell ring -> bell.ring(ring);
            case MarkNotice mark -> bell.mark(mark);
            case MarkAllNotices mark -> bell.markAll(mark);
            case ForgetNotices forget -> bell.forget(forget);
        }
        return null;
    }

    private static ChangeMapper.RegistrationRow row(Registration registration) {
        return new ChangeMapper.RegistrationRow(registration.taskName(), InstantText.of(registration.firstSeenAt()),
                InstantText.ofNullable(registration.lastRunAt()), InstantText.ofNullable(registration.pausedAt()),
                InstantText.ofNullable(registration.resumedAt()), registration.bootId());
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private void rollBack() {
        // A statement that failed cannot be executed again: all are prepared anew.
        session.flushStatements();
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself already, which it does after some faults of the disk.
        }
    }

    @Override
    public void close() {
        session.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("the database could not be closed", e);
        }
    }
}
