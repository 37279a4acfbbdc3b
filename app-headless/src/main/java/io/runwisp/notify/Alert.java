package io.runwisp.notify;

import io.runwisp.bell.NoticeWords;
import io.runwisp.bell.RunNews;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.RunStart;
import io.runwisp.model.Trigger;
import io.runwisp.model.UnitKind;
import io.runwisp.wire.json.Required;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told, without what is read only when it is sent. It is its own JSON, because what was not sent yet outlives the daemon.
 *
 * @param kind the word of its kind
 * @param unit the name of the unit; empty when it is about the daemon
 * @param count of how many occurrences it tells
 * @param first when the first of them was
 */
public record Alert(@Required String kind, @Required EventSeverity severity, @Required String unit,
        @Nullable UnitKind unitKind, @Required Instant at, @Required String title, @Required String verb,
        @Required String sentence, @Nullable OfRun run, int count, @Required Instant first) {

    /** The run that it is about. */
    public record OfRun(@Required String id, int replica, @Nullable Trigger trigger, int attempt,
            @Nullable Integer exitCode,
            @Nullable Duration duration, @Nullable Instant startedAt, @Nullable Instant endedAt) {

        static OfRun of(Run run) {
            RunEnd end = run.end();
            RunStart start = run.start();
            return new OfRun(run.id().text(), run.replicaIndex(), run.origin().trigger(), run.origin().retryAttempt(),
                    end == null ? null : end.exitCode(), end == null ? null : end.duration(),
                    start == null ? null : start.at(), end == null ? null : end.at());
        }
    }

    /** One about a run. */
    static Alert of(RunNews news, @Nullable UnitKind unitKind, Run run, String sentence, Instant at) {
        return new Alert(news.kind().word(), news.severity(), run.taskName(), unitKind, at,
                NoticeWords.title(run, news.verb()), news.verb(), sentence, OfRun.of(run), 1, at);
    }

    /** One that is not about a run. */
    static Alert plain(RunNews news, String unit, @Nullable UnitKind unitKind, String title, String sentence,
            Instant at) {
        return new Alert(news.kind().word(), news.severity(), unit, unitKind, at, title, news.verb(), sentence, null, 1,
                at);
    }

    /** The same, for several. */
    Alert counted(int occurrences, Instant since) {
        return new Alert(kind, severity, unit, unitKind, at, title, verb, sentence, run, occurrences, since);
    }
}
