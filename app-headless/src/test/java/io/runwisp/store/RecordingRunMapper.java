package io.runwisp.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes questions on and remembers the statements. */
final class RecordingRunMapper implements RunMapper {

    private final RunMapper mapper;
    private final List<SqlText> asked = new ArrayList<>();

    RecordingRunMapper(RunMapper mapper) {
        this.mapper = mapper;
    }

    /** The statements, in their order. */
    List<SqlText> asked() {
        return List.copyOf(asked);
    }

    @Override
    public List<RunRow> list(SqlText query) {
        asked.add(query);
        return mapper.list(query);
    }

    @Override
    public @Nullable String text(SqlText query) {
        asked.add(query);
        return mapper.text(query);
    }

    @Override
    public long count(SqlText query) {
        asked.add(query);
        return mapper.count(query);
    }

    @Override
    public @Nullable RunRow find(String id) {
        return mapper.find(id);
    }

    @Override
    public List<RunRow> newestOf(String names) {
        return mapper.newestOf(names);
    }

    @Override
    public long dataVersion() {
        return mapper.dataVersion();
    }

    @Override
    public @Nullable String cellsText() {
        return mapper.cellsText();
    }

    @Override
    public @Nullable String sizesText() {
        return mapper.sizesText();
    }

    @Override
    public @Nullable String newestDeletion() {
        return mapper.newestDeletion();
    }

    @Override
    public long lastSeq() {
        return mapper.lastSeq();
    }

    @Override
    public @Nullable String lastId() {
        return mapper.lastId();
    }

    @Override
    public @Nullable Long seqOf(String id) {
        return mapper.seqOf(id);
    }

    @Override
    public @Nullable String lastFailure() {
        return mapper.lastFailure();
    }

    @Override
    public List<RunRow> endedBefore(String task, String before, int limit) {
        return mapper.endedBefore(task, before, limit);
    }

    @Override
    public List<RunRow> oldestEndedOf(String task, int limit) {
        return mapper.oldestEndedOf(task, limit);
    }

    @Override
    public List<RunRow> oldestEnded(int limit) {
        return mapper.oldestEnded(limit);
    }

    @Override
    public List<RunRow> deletedBefore(String before, int limit) {
        return mapper.deletedBefore(before, limit);
    }
}
