package io.runwisp.view.runs;

import io.runwisp.model.EndReason;
import io.runwisp.model.RunPhase;
import io.runwisp.model.Word;
import io.runwisp.view.words.Verdict;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What people tell runs apart by. */
public enum Bucket implements Word {
    /** They wait or run. */
    RUNNING("running", Set.of(RunPhase.PENDING.word(), RunPhase.RUNNING.word())),
    /** They went well. */
    SUCCEEDED("succeeded", Set.of(EndReason.SUCCESS.word())),
    /** They count as failures. */
    FAILED("failed", words(reason -> Verdict.of(reason).failure())),
    /** They did not start although they were due. */
    SKIPPED("skipped", words(reason -> reason == EndReason.SKIPPED || reason == EndReason.DST_SKIPPED
            || reason == EndReason.QUEUE_FULL)),
    /** They were ended on purpose. */
    STOPPED("stopped", words(reason -> reason == EndReason.STOPPED || reason == EndReason.DAEMON_STOPPED));

    private final String word;
    private final Set<String> statuses;

    Bucket(String word, Set<String> statuses) {
        this.word = word;
        this.statuses = statuses;
    }

    @Override
    public String word() {
        return word;
    }

    /** The phases and end reasons in it, by their words. */
    public Set<String> statuses() {
        return statuses;
    }

    private static Set<String> words(Predicate<EndReason> in) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(EndReason.values()).filter(in).map(EndReason::word).forEach(words::add);
        return Collections.unmodifiableSet(words);
    }
}
