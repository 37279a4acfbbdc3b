package io.runwisp.view.unit;

import io.runwisp.live.Link;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.daemon.DaemonInfo;
import java.util.List;

/**
 * What the overview opens with.
 *
 * @param sentence the answer in words
 */
public record Headline(String sentence, Tone tone) {

    private static final int SPELT = 13;
    private static final List<String> NUMBERS = List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven",
            "Eight", "Nine", "Ten", "Eleven", "Twelve");

    /** The headline over all units. */
    public static Headline of(Link link, DaemonInfo daemon, List<UnitView> units) {
        if (!(link instanceof Link.Live)) {
            return new Headline("The daemon cannot be reached; this is what was so when it could.", Tone.BAD);
        }
        if (daemon.journalStalled() != null) {
            return new Headline("Nothing new is started: the journal cannot be written (" + daemon.journalStalled()
                    + ").", Tone.BAD);
        }
        if (units.isEmpty()) {
            return new Headline("There is nothing to run yet.", Tone.QUIET);
        }
        long need = units.stream().filter(UnitView::needsYou).count();
        long live = units.stream().filter(unit -> !unit.service() && unit.tone() == Tone.ACTIVE).count();
        if (need > 0) {
            return new Headline(number(need) + (need == 1 ? " unit needs you. " : " units need you. ")
                    + (need == units.size() ? "" : "Everything else is fine."), Tone.BAD)
                .trimmed();
        }
        return live > 0
                ? new Headline("All is well. " + Spans.count(live, "task is running.", "tasks are running."),
                        Tone.ACTIVE)
                : new Headline("All is well.", Tone.GOOD);
    }

    private Headline trimmed() {
        return new Headline(sentence.strip(), tone);
    }

    private static String number(long count) {
        return count < SPELT ? NUMBERS.get((int) count) : Long.toString(count);
    }
}
