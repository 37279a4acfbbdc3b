package io.runwisp.api.local;

import io.runwisp.client.ApiProblem;
import io.runwisp.client.RunQuery;
import io.runwisp.model.Run;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunId;
import io.runwisp.model.Trigger;
import io.runwisp.model.Word;
import io.runwisp.store.RunBatches;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.RunCriteria;
import io.runwisp.wire.run.RunSelector;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a selector chooses, held against its rules: ids, or all that fit but some, and never both.
 *
 * @param named how many ids it has; some may be none
 * @param filter what all must pass that are meant, or null when ids are
 */
record ChosenRuns(Set<RunId> ids, int named, @Nullable RunFilter filter, RunBatches.AsOf asOf, Set<String> except) {

    /** @throws ApiProblem {@code bad_selector} */
    static ChosenRuns of(RunSelector selector) {
        boolean all = Boolean.TRUE.equals(selector.matchAll());
        if (selector.deletion() != null) {
            throw bad("deletion is only for a restoration, and stands alone there.");
        }
        if (all == !selector.ids().isEmpty()) {
            throw bad(all
                    ? "It has ids and match_all; give one of them."
                    : "It chooses nothing: give ids, or match_all with or without a filter.");
        }
        if (!all && (selector.filter() != null || !selector.exceptIds().isEmpty() || selector.upTo() != null
                || selector.endedBy() != null)) {
            throw bad("filter, except_ids, up_to and ended_by go with match_all, not with ids.");
        }
        Set<String> named = Set.copyOf(selector.ids());
        return new ChosenRuns(
                named.stream().filter(RunId::isValid).map(RunId::new).collect(Collectors.toUnmodifiableSet()),
                named.size(), all ? filter(selector.filter()) : null,
                new RunBatches.AsOf(newest(selector.upTo()), selector.endedBy()), Set.copyOf(selector.exceptIds()));
    }

    /** All that are there. */
    static ChosenRuns everything() {
        return new ChosenRuns(Set.of(), 0, RunFilter.ALL, RunBatches.AsOf.NOW, Set.of());
    }

    /** Goes through those of them that are of this kind, in pieces. */
    void each(RunBatches batches, RunBatches.Which which, Consumer<List<Run>> taker) {
        if (filter == null) {
            batches.named(which, ids, taker);
            return;
        }
        batches.matching(which, filter, asOf, piece -> {
            List<Run> meant = piece.stream().filter(run -> !except.contains(run.id().text())).toList();
            if (!meant.isEmpty()) {
                taker.accept(meant);
            }
        });
    }

    /** How many of them are of this kind. */
    int count(RunBatches batches, RunBatches.Which which) {
        if (filter != null) {
            return batches.count(which, filter, asOf, except);
        }
        AtomicInteger count = new AtomicInteger();
        batches.named(which, ids, piece -> count.addAndGet(piece.size()));
        return count.get();
    }

    private static @Nullable RunId newest(@Nullable String id) {
        if (id != null && !RunId.isValid(id)) {
            throw bad("up_to is «" + id + "», which is no id of a run.");
        }
        return id == null ? null : new RunId(id);
    }

    private static RunFilter filter(@Nullable RunCriteria wanted) {
        if (wanted == null) {
            return RunFilter.ALL;
        }
        String search = wanted.search();
        if (search != null && search.codePointCount(0, search.length()) > RunQuery.LONGEST_SEARCH) {
            throw bad("search has more than " + RunQuery.LONGEST_SEARCH + " characters.");
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
        return Word.find(Trigger.values(), word)
            .orElseThrow(() -> bad("triggered_by is «" + word + "», which is no trigger."));
    }

    static ApiProblem bad(String why) {
        return new ApiProblem(Problem.of(ProblemCode.BAD_SELECTOR, why));
    }
}
