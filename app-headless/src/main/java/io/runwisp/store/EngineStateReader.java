package io.runwisp.store;

import io.runwisp.engine.Fact;
import io.runwisp.engine.FactKind;
import io.runwisp.engine.Registration;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.engine.Watermark;
import io.runwisp.store.ChangeMapper.FactRow;
import io.runwisp.store.ChangeMapper.RegistrationRow;
import io.runwisp.store.ChangeMapper.WatermarkRow;

/** Reads what the engine starts from. */
record EngineStateReader(Readers readers) {

    RunJournalSnapshot snapshot() {
        return readers.ask(session -> {
            StateMapper state = session.getMapper(StateMapper.class);
            return new RunJournalSnapshot(state.unfinished().stream().map(RunRows::read).toList(),
                    state.awaitingRetry().stream().map(RunRows::read).toList(),
                    state.watermarks().stream().map(EngineStateReader::watermark).toList(),
                    state.registrations().stream().map(EngineStateReader::registration).toList(),
                    state.openFacts().stream().map(EngineStateReader::fact).toList(), state.lastEvent());
        });
    }

    private static Watermark watermark(WatermarkRow row) {
        return new Watermark(row.taskName(), InstantText.read(row.at()), row.expression(), row.zone());
    }

    private static Registration registration(RegistrationRow row) {
        return new Registration(row.taskName(), InstantText.read(row.firstSeenAt()),
                InstantText.readNullable(row.lastRunAt()), InstantText.readNullable(row.pausedAt()),
                InstantText.readNullable(row.resumedAt()), row.bootId());
    }

    static Fact fact(FactRow row) {
        return new Fact(RunRows.word(FactKind.values(), row.kind()), row.subject(), InstantText.read(row.fromAt()),
                InstantText.readNullable(row.untilAt()), row.detail());
    }
}
