package io.runwisp.api.local;

import io.runwisp.client.ApiProblem;
import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunId;
import io.runwisp.model.Trigger;
import io.runwisp.store.RunBatches;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.RunCriteria;
import io.runwisp.wire.run.RunSelector;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a selector chooses, held against its rules: ids, or all that fit but some, and never both. */
record ChosenRuns(Set<RunId> ids, @Nullable RunFilter filter, Set<String> except) {

    private static final int LONGEST_SEARCH = 100;

    /** @throws ApiProblem {@code bad_selector} */
    static ChosenRuns of(RunSelector selector) {
        boolean all = Boolean.TRUE.equals(selector.matchAll());
        if (all == !selector.ids().isEmpty()) {
            throw bad(all
                    ? "It has ids and match_all; give one of them."
                    : "It chooses nothing: give ids, or match_all with or without a filter.");
        }
        if (!all && (selector.filter() != null || !selector.exceptIds().isEmpty())) {
            throw bad("filter and except_ids go with match_all, not with ids.");
        }
        return new ChosenRuns(
                selector.ids().stream().filter(RunId::isValid).map(RunId::new).collect(Collectors.toUnmodifiableSet()),
                all ? filter(selector.filter()) : null, Set.copyOf(selector.exceptIds()));
    }

    /** Goes through those of them that are of this kind, in pieces. */
    void each(RunBatches batches, RunBatches.Which which, Consumer<List<Run>> taker) {
        if (filter == null) {
            batches.named(which, ids, taker);
            return;
        }
        batches.matching(which, filter, piece -> {
            List<Run> meant = piece.stream().filter(run -> !except.contains(run.id().text())).toList();
            if (!meant.isEmpty()) {
                taker.accept(meant);
            }
        });
    }

    private static RunFilter filter(@Nullable RunCriteria wanted) {
        if (wanted == null) {
            return RunFilter.ALL;
        }
        String search = wanted.search();
        if (search != null && search.codePointCount(0, search.length()) > LONGEST_SEARCH) {
            throw bad("search has more than " + LONGEST_SEARCH + " characters.");
        }
        RunFilter filter = RunFilter.ALL.withStatuses(words(wanted.status()))
            .withTaskName(wanted.taskName())
            .withSearch(search)
            .withTrigger(trigger(wanted.triggeredBy()))
            .withCreated(wanted.createdAfter(), wanted.createdBefore())
            .withExitCodes(wanted.exitCodeMin(), wanted.exitCodeMax());
        return Boolean.TRUE.equals(wanted.retriesOnly()) ? filter.withRetriesOnly() : filter;
    }

    private static Set<String> words(@Nullable String status) {
        if (status == null || status.isEmpty()) {
            return Set.of();
        }
        Set<String> words = Stream.of(status.split(",", -1))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
        if (words.isEmpty()) {
            throw bad("status names nothing.");
        }
        return words;
    }

    private static @Nullable Trigger trigger(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Stream.of(Trigger.values())
            .filter(trigger -> trigger.word().equals(word))
            .findFirst()
            .orElseThrow(() -> bad("triggered_by is «" + word + "», which is no trigger."));
    }

    private static ApiProblem bad(String why) {
        return new ApiProblem(Problem.of(ProblemCode.BAD_SELECTOR, why));
    }
}
