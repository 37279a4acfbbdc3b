package io.runwisp.store;

import io.runwisp.engine.Fact;
import io.runwisp.model.Run;
import java.time.Instant;
import java.util.List;

/** What held when: the reasons why something did or did not run. */
public final class FactLog {

    private final Readers readers;

    FactLog(Readers readers) {
        this.readers = readers;
    }

    /** What held at some time from one instant to another, about this unit or about the daemon, by its beginning. */
    public List<Fact> between(String unit, Instant from, Instant until) {
        return readers.ask(session -> session.getMapper(StateMapper.class)
            .facts(unit, InstantText.of(from), InstantText.of(until))
            .stream()
            .map(EngineStateReader::fact)
            .toList());
    }

    /** The runs of a unit that were created from an instant on, oldest first. */
    public List<Run> runsFrom(String unit, Instant from, int limit) {
        return readers.ask(session -> session.getMapper(StateMapper.class)
            .runsFrom(unit, InstantText.of(from), limit)
            .stream()
            .map(RunRows::read)
            .toList());
    }

    /** The runs of a unit that were created up to an instant, newest first. */
    public List<Run> runsUntil(String unit, Instant until, int limit) {
        return readers.ask(session -> session.getMapper(StateMapper.class)
            .runsUntil(unit, InstantText.of(until), limit)
            .stream()
            .map(RunRows::read)
            .toList());
    }
}
