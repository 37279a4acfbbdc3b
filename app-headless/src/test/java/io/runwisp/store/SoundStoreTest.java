package io.runwisp.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.engine.Receipts;
import io.runwisp.engine.RunJournalChange.SaveRun;
import io.runwisp.engine.RunJournalReceipt;
import io.runwisp.engine.SampleRuns;
import io.runwisp.model.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundStoreTest {

    @TempDir
    private Path directory = Path.of("");

    private final SampleRuns runs = new SampleRuns();

    @Test
    void whatIsWrittenIsThereInItsNextLife() {
        Run run = runs.running("a");
        try (SoundStore sound = new SoundStore(directory)) {
            Receipts.of(sound.store().journal(), new SaveRun(run)).sequences();
        }
        try (SoundStore sound = new SoundStore(directory)) {
            assertEquals(run.id(), sound.store().runs().find(run.id()).orElseThrow().id());
        }
    }

    @Test
    void aJournalThatWasUnwellFailsTheTestAtTheEnd() {
        SoundStore sound = new SoundStore(directory);
        sound.store().journal().write(List.of(new SaveRun(runs.running("a"))), new RunJournalReceipt() {
            @Override
            public void committed(List<Long> eventSequences) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void refused(String reason) {
                throw new IllegalStateException(reason);
            }
        });
        AssertionError told = assertThrows(AssertionError.class, sound::close);
        assertTrue(String.valueOf(told.getMessage()).contains("broken"), told::getMessage);
    }
}
