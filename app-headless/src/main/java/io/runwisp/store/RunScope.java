package io.runwisp.store;

import io.runwisp.model.EndReason;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunPhase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A filter, held against the counts of what there is: which units and outcomes it comes to, and how many runs.
 *
 * @param part what is searched for in ids, in upper case, or null when no id can contain it
 * @param tasks the units, or null when any will do
 * @param outcomes the outcomes, or null when any will do
 * @param cells the counts that pass everything that counts can tell: not the time of creation, and not the part of an id
 * @param all how many runs there are of each unit and outcome, whatever the filter
 */
record RunScope(RunFilter filter, @Nullable String part, List<String> named, @Nullable List<String> tasks,
        @Nullable List<String> outcomes, List<RunCell> cells, List<RunCell> all) {

    private static final String ID_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /** One of so many runs is few. */
    private static final int FEW = 4;
    private static final int LONGEST_ID = 26;
    private static final int LONGEST_SEARCH = 100;

    static RunScope of(RunFilter filter, List<RunCell> all) {
        String search = searched(filter);
        String part = search == null ? null : idPart(search);
        List<String> named = search == null ? List.of() : named(search, all);
        Set<String> wanted = outcomes(filter.statuses());
        List<RunCell> cells = all.stream()
            .filter(cell -> filter.taskName() == null || cell.taskName().equals(filter.taskName()))
            .filter(cell -> search == null || part != null || named.contains(cell.taskName()))
            .filter(cell -> wanted.isEmpty() || wanted.contains(cell.outcome()))
            .filter(cell -> filter.trigger() == null || filter.trigger().word().equals(cell.triggeredBy()))
            .filter(cell -> filter.exitCodeMin() == null || cell.exitCode() >= filter.exitCodeMin())
            .filter(cell -> filter.exitCodeMax() == null || cell.exitCode() <= filter.exitCodeMax())
            .filter(cell -> !filter.retriesOnly() || cell.retried())
            .toList();
        boolean byName = filter.taskName() != null || search != null && part == null;
        List<String> tasks = byName ? words(cells, RunCell::taskName) : null;
        List<String> outcomes = wanted.isEmpty() && !fewOutcomes(cells, all) ? null : words(cells, RunCell::outcome);
        return new RunScope(filter, part, named, tasks, outcomes, cells, all);
    }

    /** Whether what passes has only outcomes that most runs do not have, so that they are worth being sought by it. */
    private static boolean fewOutcomes(List<RunCell> cells, List<RunCell> all) {
        Set<String> outcomes = new HashSet<>(words(cells, RunCell::outcome));
        return sum(all, cell -> outcomes.contains(cell.outcome())) < sum(all, cell -> true) / FEW;
    }

    /** How many runs pass, as far as counts can tell. */
    long counted() {
        return sum(cells, cell -> true);
    }

    /** Whether the counts tell the whole truth. */
    boolean exact() {
        return part == null && filter.createdAfter() == null && filter.createdBefore() == null;
    }

    /** Whether {@code run_spans} knows all that the filter asks for. */
    boolean spanned() {
        return tasks == null && part == null;
    }

    /** What is searched for, if it is as long as an id and no name of a unit. */
    @Nullable
    String wholeId() {
        return part != null && part.length() == LONGEST_ID && named.isEmpty() ? part : null;
    }

    boolean timed() {
        return filter.createdAfter() != null || filter.createdBefore() != null;
    }

    /** The same, created within these two instants. */
    RunScope within(@Nullable Instant after, @Nullable Instant before) {
        return new RunScope(filter.withCreated(after, before), part, named, tasks, outcomes, cells, all);
    }

    /** The same, of one unit only. */
    RunScope ofTask(String task) {
        return new RunScope(filter, part, named, List.of(task), outcomes,
                cells.stream().filter(cell -> cell.taskName().equals(task)).toList(), all);
    }

    /** The same, of one outcome only. */
    RunScope ofOutcome(String outcome) {
        return new RunScope(filter, part, named, tasks, List.of(outcome),
                cells.stream().filter(cell -> cell.outcome().equals(outcome)).toList(), all);
    }

    /** The same, of one exit code only. */
    RunScope ofExitCode(String exitCode) {
        int code = Integer.parseInt(exitCode);
        return new RunScope(filter.withExitCodes(code, code), part, named, tasks, outcomes,
                cells.stream().filter(cell -> cell.exitCode() == code).toList(), all);
    }

    /** Whether all that pass have the same exit code, because the filter says so. */
    boolean oneExitCode() {
        return filter.exitCodeMin() != null && filter.exitCodeMin().equals(filter.exitCodeMax());
    }

    /** The numbers of the cells that pass, as a JSON array. */
    String numbers() {
        return cells.stream().map(cell -> String.valueOf(cell.number())).collect(Collectors.joining(",", "[", "]"));
    }

    static long sum(List<RunCell> cells, Predicate<RunCell> which) {
        return cells.stream().filter(which).mapToLong(RunCell::n).sum();
    }

    private static List<String> words(List<RunCell> cells, Function<RunCell, String> word) {
        return cells.stream().map(word).distinct().sorted().toList();
    }

    private static @Nullable String searched(RunFilter filter) {
        String search = filter.search();
        if (search == null) {
            return null;
        }
        String cleaned = search.replace("%", "").replace("_", "");
        String bounded = cleaned.substring(0, Math.min(cleaned.length(), LONGEST_SEARCH));
        return bounded.isEmpty() ? null : bounded.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String idPart(String search) {
        boolean possible = search.length() <= LONGEST_ID && search.chars().allMatch(c -> ID_ALPHABET.indexOf(c) >= 0);
        return possible ? search : null;
    }

    /** The units whose name contains it. An underscore of a name matches only itself, and it is not searched for. */
    private static List<String> named(String search, List<RunCell> all) {
        List<String> names = new ArrayList<>(words(all, RunCell::taskName));
        names.removeIf(name -> !name.toUpperCase(Locale.ROOT).contains(search));
        return names;
    }

    /** The outcomes that the statuses stand for; empty when every one passes. */
    static Set<String> outcomes(Set<String> statuses) {
        Set<String> outcomes = new HashSet<>();
        for (String status : statuses) {
            if (status.equals(RunPhase.ENDED.word())) {
                for (EndReason reason : EndReason.values()) {
                    outcomes.add(reason.word());
                }
            } else {
                outcomes.add(EndReason.ofWord(status).map(EndReason::word).orElse(status));
            }
        }
        return outcomes;
    }
}
