package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.SampleRuns;
import io.runwisp.model.EndReason;
import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunBatchesTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsGoneThroughIsWhatAListShowsInPiecesThatAreBounded() {
        SampleRuns samples = new SampleRuns();
        try (RunStore store = Stores.open(directory.resolve("runwisp.db"))) {
            List<Run> all = new ArrayList<>();
            for (int i = 0; i < 3 * RunBatches.PIECE / 2; i++) {
                all.add(samples.ended(i % 3 == 0 ? "db_backup" : "sync", i % 2 == 0 ? EndReason.SUCCESS
                        : EndReason.FAILED, i % 2 * 3));
            }
            Receipts.of(store.journal(), all.stream().map(SaveRun::new).toArray(SaveRun[]::new)).sequences();
            String id = all.get(70).id().text();
            for (ListQuestions.Question question : ListQuestions.all(SampleRuns.BEGIN,
                    SampleRuns.BEGIN.plusSeconds(30_000), 3, id)) {
                same(store, all, question.filter());
            }
            for (RunFilter filter : List.of(RunFilter.ALL, RunFilter.ofTask("sync"), RunFilter.ALL.withSearch("B_BA"),
                    RunFilter.ALL.withSearch(id.substring(20)), RunFilter.ALL.withExitCodes(1, 3))) {
                same(store, all, filter);
            }
        }
    }

    private static void same(RunStore store, List<Run> all, RunFilter filter) {
        List<Run> gone = new ArrayList<>();
        store.batches().matching(RunBatches.Which.SEEN, filter, RunBatches.AsOf.NOW, piece -> {
            assertTrue(piece.size() <= RunBatches.PIECE);
            gone.addAll(piece);
        });
        assertEquals(new NaiveList(all)
            .page(filter, new RunSort(RunSort.Field.CREATED_AT, false), Integer.MAX_VALUE, 0)
            .runs(), gone, filter.toString());
        assertEquals(gone.size(),
                store.batches().count(RunBatches.Which.SEEN, filter, RunBatches.AsOf.NOW, List.of()),
                filter.toString());
    }
}
