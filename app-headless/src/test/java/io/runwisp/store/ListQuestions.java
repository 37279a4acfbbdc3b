package io.runwisp.store;

import io.runwisp.model.RunFilter;
import io.runwisp.model.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The filters that a list of runs is asked for, each alone and in the combinations that people use: a wide one and a narrow one of each kind. What is searched
 * for stands apart, since its total cannot come from counters.
 */
final class ListQuestions {

    private ListQuestions() {
    }

    /**
     * A question.
     *
     * @param search whether a part of an id is searched for, so that rows have to be read to know the total
     */
    record Question(String name, RunFilter filter, boolean search) {
    }

    /** @param begin when the first of all runs was created, and {@code end} when the last was */
    static List<Question> all(Instant begin, Instant end, int units, String id) {
        Duration whole = Duration.between(begin, end);
        RunFilter largest = RunFilter.ofTask(SampleHistory.unit(0));
        RunFilter smallest = RunFilter.ofTask(SampleHistory.unit(units - 1));
        RunFilter failed = RunFilter.ALL.withStatuses(Set.of("failed"));
        RunFilter half = RunFilter.ALL.withCreated(begin.plus(whole.dividedBy(4)), end.minus(whole.dividedBy(4)));
        RunFilter day = RunFilter.ALL.withCreated(end.minus(Duration.ofDays(1)), end);
        List<Question> all = new ArrayList<>();
        page(all, "all", RunFilter.ALL);
        page(all, "largest unit", largest);
        page(all, "smallest unit", smallest);
        page(all, "success", RunFilter.ALL.withStatuses(Set.of("success")));
        page(all, "failed", failed);
        page(all, "unhealthy", RunFilter.ALL.withStatuses(Set.of("unhealthy")));
        page(all, "failed, timeout or crashed", RunFilter.ALL.withStatuses(Set.of("failed", "timeout", "crashed")));
        page(all, "ended", RunFilter.ALL.withStatuses(Set.of("ended")));
        page(all, "running", RunFilter.ALL.withStatuses(Set.of("running")));
        page(all, "by cron", RunFilter.ALL.withTrigger(Trigger.CRON));
        page(all, "by hook", RunFilter.ALL.withTrigger(Trigger.HOOK));
        page(all, "exit code 1", RunFilter.ALL.withExitCodes(1, 1));
        page(all, "exit code 6", RunFilter.ALL.withExitCodes(6, 6));
        page(all, "exit code 1 and more", RunFilter.ALL.withExitCodes(1, null));
        page(all, "exit code 0 and less", RunFilter.ALL.withExitCodes(null, 0));
        page(all, "retries", RunFilter.ALL.withRetriesOnly());
        page(all, "middle half of the time", half);
        page(all, "last day", day);
        page(all, "up to a quarter of the time", RunFilter.ALL.withCreated(null, begin.plus(whole.dividedBy(4))));
        page(all, "largest unit, failed", largest.withStatuses(Set.of("failed")));
        page(all, "smallest unit, failed", smallest.withStatuses(Set.of("failed")));
        page(all, "largest unit, middle half", half.withTaskName(SampleHistory.unit(0)));
        page(all, "smallest unit, middle half", half.withTaskName(SampleHistory.unit(units - 1)));
        page(all, "failed, middle half", half.withStatuses(Set.of("failed")));
        page(all, "failed, last day", day.withStatuses(Set.of("failed")));
        page(all, "by cron, middle half", half.withTrigger(Trigger.CRON));
        page(all, "by hook, middle half", half.withTrigger(Trigger.HOOK));
        page(all, "retries, middle half", half.withRetriesOnly());
        page(all, "exit code 1, middle half", half.withExitCodes(1, 1));
        page(all, "largest unit, by hook", largest.withTrigger(Trigger.HOOK));
        page(all, "failed retries by hook", failed.withTrigger(Trigger.HOOK).withRetriesOnly());
        page(all, "everything at once", half.withTaskName(SampleHistory.unit(0))
            .withStatuses(Set.of("failed", "timeout"))
            .withTrigger(Trigger.CRON)
            .withExitCodes(1, null)
            .withRetriesOnly());
        search(all, "a name: backup", RunFilter.ALL.withSearch("backup"));
        search(all, "a name: mail-3", RunFilter.ALL.withSearch("mail-3"));
        search(all, "four letters of an id", RunFilter.ALL.withSearch(id.substring(22)));
        search(all, "a whole id", RunFilter.ALL.withSearch(id));
        search(all, "one letter", RunFilter.ALL.withSearch("e"));
        search(all, "the common start of ids", RunFilter.ALL.withSearch(id.substring(0, 4)));
        search(all, "nothing", RunFilter.ALL.withSearch("zzzzzzzz"));
        search(all, "three letters among failed", failed.withSearch(id.substring(23)));
        search(all, "one letter, middle half", half.withSearch("e"));
        search(all, "one letter, largest unit", largest.withSearch("e"));
        return all;
    }

    private static void page(List<Question> all, String name, RunFilter filter) {
        all.add(new Question(name, filter, false));
    }

    private static void search(List<Question> all, String name, RunFilter filter) {
        all.add(new Question("search " + name, filter, true));
    }
}
