package io.runwisp.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is remembered about the units beside their runs. */
final class Registrations {

    private final Map<String, Registration> known = new TreeMap<>();

    /** Takes over what was remembered. */
    void restore(List<Registration> past) {
        past.forEach(registration -> known.put(registration.taskName(), registration));
    }

    /** The units are these: new ones become known, and what is not there any more is forgotten. */
    List<RunJournalChange> present(List<String> units, Instant now) {
        List<RunJournalChange> changes = new ArrayList<>();
        for (String unit : units) {
            if (!known.containsKey(unit)) {
                changes.add(save(new Registration(unit, now, null, null, null, null)));
            }
        }
        for (String gone : known.keySet().stream().filter(unit -> !units.contains(unit)).toList()) {
            known.remove(gone);
            changes.add(new RunJournalChange.DropRegistration(gone));
            changes.add(new RunJournalChange.DropWatermark(gone));
            changes.add(new RunJournalChange.CloseFact(FactKind.PAUSED, gone, now));
        }
        return changes;
    }

    boolean isPaused(String unit) {
        return of(unit, Instant.EPOCH).pausedAt() != null;
    }

    @Nullable
    Instant pausedAt(String unit) {
        return of(unit, Instant.EPOCH).pausedAt();
    }

    @Nullable
    String bootId(String unit) {
        return of(unit, Instant.EPOCH).bootId();
    }

    RunJournalChange pause(String unit, Instant now) {
        Registration old = of(unit, now);
        return save(new Registration(unit, old.firstSeenAt(), old.lastRunAt(), now, old.resumedAt(), old.bootId()));
    }

    RunJournalChange resume(String unit, Instant now) {
        Registration old = of(unit, now);
        return save(new Registration(unit, old.firstSeenAt(), old.lastRunAt(), null, now, old.bootId()));
    }

    RunJournalChange ran(String unit, Instant now) {
        Registration old = of(unit, now);
        return save(new Registration(unit, old.firstSeenAt(), now, old.pausedAt(), old.resumedAt(), old.bootId()));
    }

    RunJournalChange booted(String unit, String bootId, Instant now) {
        Registration old = of(unit, now);
        return save(new Registration(unit, old.firstSeenAt(), old.lastRunAt(), old.pausedAt(), old.resumedAt(),
                bootId));
    }

    private Registration of(String unit, Instant now) {
        Registration registration = known.get(unit);
        return registration == null ? new Registration(unit, now, null, null, null, null) : registration;
    }

    private RunJournalChange save(Registration registration) {
        known.put(registration.taskName(), registration);
        return new RunJournalChange.SaveRegistration(registration);
    }
}
