package io.runwisp.schedule;

import io.runwisp.config.ScheduleGrammar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Answers the configuration's question whether a {@code cron} text is good: well formed, and due within five years. */
public final class CronGrammar implements ScheduleGrammar {

    private final Supplier<Instant> now;

    /**
     * Makes a judge.
     *
     * @param now the instant from which the five years are counted
     */
    public CronGrammar(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public Verdict judge(String text, ZoneId zone) {
        return switch (ScheduleParser.parse(text)) {
            case ParseResult.Rejected bad -> new Rejected(bad.offset(), bad.length(), bad.reason(), bad.remedy());
            case ParseResult.Parsed good -> new FirstFiring(good, now.get(), zone).judge();
        };
    }
}
