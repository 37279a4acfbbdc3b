package io.runwisp.view.screen;

import io.runwisp.view.run.Bars;
import io.runwisp.view.run.Rhythm;
import io.runwisp.view.runs.RunListView;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.unit.ParamResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task or a service.
 *
 * @param name what was asked for
 * @param unit how it stands; null when the configuration has none of this name any more, only its history
 * @param says what to say when there is none, or null
 * @param runs a page of its runs
 * @param page which page it is, counted from 0
 * @param pages how many there are, at least 1
 * @param details what its configuration says, by the keys of the file; empty when it is gone
 * @param variables what is put into the environment of its runs
 * @param params what a run can be given
 * @param replicas what each replica of a service does
 */
public record UnitScreen(String name, @Nullable UnitView unit, @Nullable String says, Rhythm rhythm, Bars history,
        RunListView runs, int page, int pages, List<Detail> details, List<Variable> variables,
        List<ParamResponse> params, List<Replica> replicas) {

    public UnitScreen {
        details = List.copyOf(details);
        variables = List.copyOf(variables);
        params = List.copyOf(params);
        replicas = List.copyOf(replicas);
    }

    /**
     * A key of the configuration.
     *
     * @param note more about it, or null
     */
    public record Detail(String key, String value, @Nullable String note) {
    }

    /**
     * Something in the environment of a run.
     *
     * @param value its value; of a secret, where it comes from
     */
    public record Variable(String name, String value, boolean secret) {
    }

    /**
     * A replica of a service.
     *
     * @param runId its run, or its last one; empty for none
     * @param since since when it is so, or null
     * @param nextAt when it is started again, or null
     */
    public record Replica(int index, String label, Mark mark, String word, Tone tone, String sentence, String runId,
            @Nullable Instant since, @Nullable Instant nextAt) {
    }
}
