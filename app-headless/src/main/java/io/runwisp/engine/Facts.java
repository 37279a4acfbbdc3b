package io.runwisp.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words what held for a while, so that it can be told later why something did or did not run. */
final class Facts {

    /** How long facts that have ended are kept. */
    static final Duration KEPT = Duration.ofDays(400);

    private Facts() {
    }

    /** What begins to hold with a start of the daemon, and what has ended meanwhile. */
    static List<RunJournalChange> begin(RunJournalSnapshot past, List<String> units, Instant now) {
        List<RunJournalChange> changes = new ArrayList<>();
        boolean died = past.openFacts().stream().anyMatch(fact -> fact.kind() == FactKind.DAEMON_UP);
        if (died) {
            Instant lastSign = lastSign(past, now);
            changes.add(new RunJournalChange.CloseFact(FactKind.DAEMON_UP, "", lastSign));
            changes.add(new RunJournalChange.OpenFact(FactKind.DAEMON_DOWN, "", lastSign, "it had died"));
        }
        changes.add(new RunJournalChange.CloseFact(FactKind.DAEMON_DOWN, "", now));
        changes.add(new RunJournalChange.OpenFact(FactKind.DAEMON_UP, "", now, "it runs"));
        changes.add(configuration(units, now));
        changes.addAll(present(past, units, now));
        changes.add(new RunJournalChange.ForgetFacts(now.minus(KEPT)));
        return changes;
    }

    static RunJournalChange configuration(List<String> units, Instant now) {
        return new RunJournalChange.OpenFact(FactKind.CONFIGURATION, "", now,
                units.size() + (units.size() == 1 ? " unit" : " units"));
    }

    static List<RunJournalChange> held(FactKind kind, String subject, Instant from, Instant until, String detail) {
        return List.of(new RunJournalChange.OpenFact(kind, subject, from, detail),
                new RunJournalChange.CloseFact(kind, subject, until));
    }

    /** A dead daemon has told nobody when it died: the last thing that it wrote down is the best sign. */
    private static Instant lastSign(RunJournalSnapshot past, Instant now) {
        List<Instant> signs = new ArrayList<>();
        past.watermarks().forEach(mark -> signs.add(mark.at()));
        past.openFacts().forEach(fact -> signs.add(fact.from()));
        past.unfinished().forEach(run -> signs.add(run.origin().createdAt()));
        return signs.stream().filter(sign -> !sign.isAfter(now)).max(Comparator.naturalOrder()).orElse(now);
    }

    private static List<RunJournalChange> present(RunJournalSnapshot past, List<String> units, Instant now) {
        Set<String> before = past.openFacts()
            .stream()
            .filter(fact -> fact.kind() == FactKind.UNIT_PRESENT)
            .map(Fact::subject)
            .collect(Collectors.toSet());
        List<RunJournalChange> changes = new ArrayList<>();
        units.stream()
            .filter(unit -> !before.contains(unit))
            .forEach(unit -> changes.add(new RunJournalChange.OpenFact(FactKind.UNIT_PRESENT, unit, now, "")));
        before.stream().filter(unit -> !units.contains(unit)).sorted().forEach(unit -> {
            changes.add(new RunJournalChange.CloseFact(FactKind.UNIT_PRESENT, unit, now));
            changes.add(new RunJournalChange.CloseFact(FactKind.PAUSED, unit, now));
        });
        return changes;
    }
}
