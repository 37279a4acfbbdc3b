package io.runwisp.notify;

import io.runwisp.bell.Fingerprint;
import io.runwisp.bell.NoticeWords;
import io.runwisp.bell.RunNews;
import io.runwisp.model.EventKind;
import io.runwisp.model.EventSeverity;
import io.runwisp.model.Run;
import io.runwisp.model.RunEnd;
import io.runwisp.model.UnitKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody may want to hear of.
 *
 * @param failure whether its unit counts it as a failure
 * @param fingerprint equal for what is told as one
 */
record Happening(RunNews news, boolean failure, String fingerprint, Alert alert) {

    /** An event about a run, or null when it is none for anybody. */
    static @Nullable Happening of(String event, Run row, @Nullable UnitKind kind, Instant now) {
        Run run = RunNews.at(event, row);
        RunNews news = RunNews.of(event, run);
        if (news == null) {
            return null;
        }
        RunEnd end = run.end();
        Instant at = end != null ? end.at() : run.start() == null ? now : run.start().at();
        return new Happening(news, end != null && end.failure(),
                Fingerprint.of(run.taskName(), news.kind(), end == null ? "" : end.reason().word()),
                Alert.of(news, kind, run, NoticeWords.body(run), at));
    }

    /** Something about a run that is no event of its own. */
    static Happening about(Run run, EventKind kind, EventSeverity severity, String verb, String sentence,
            @Nullable UnitKind unitKind, Instant at) {
        RunNews news = RunNews.news(kind, severity, verb);
        return new Happening(news, false, Fingerprint.of(run.taskName(), kind, ""),
                Alert.of(news, unitKind, run, sentence, at));
    }

    /** Something that is not about a run. */
    static Happening plain(EventKind kind, EventSeverity severity, String unit, @Nullable UnitKind unitKind,
            String verb, String sentence, Instant at) {
        RunNews news = RunNews.news(kind, severity, verb);
        String title = (unit.isEmpty() ? "RunWisp" : unit) + " " + verb;
        return new Happening(news, false, Fingerprint.of(unit, kind, severity.word()),
                Alert.plain(news, unit, unitKind, title, sentence, at));
    }

    String unit() {
        return alert.unit();
    }
}
