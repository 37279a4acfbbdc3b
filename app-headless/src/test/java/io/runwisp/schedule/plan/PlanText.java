package io.runwisp.schedule.plan;

import static org.junit.jupiter.api.Assertions.fail;

import io.runwisp.schedule.ParseResult;
import io.runwisp.schedule.Schedule;
import io.runwisp.schedule.ScheduleParser;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes what stands in the tables of the planner: {@code 2026-03-29 03:30+02}. */
record PlanText(ZoneId zone) {

    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss[.SSS]]X",
            Locale.ROOT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM-dd HH:mmX", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("MM-dd HH:mm:ssX", Locale.ROOT);

    static Schedule schedule(String text) {
        return switch (ScheduleParser.parse(text)) {
            case ParseResult.Parsed parsed -> parsed.schedule();
            case ParseResult.Rejected rejected -> fail("\"" + text + "\" was rejected: " + rejected);
        };
    }

    static Instant instant(String text) {
        return OffsetDateTime.parse(text, READ).toInstant();
    }

    /** All decisions of a plan, e.g. {@code fire 03-29 03:30+02}. */
    String decisions(Plan plan) {
        String all = plan.decisions().stream().map(this::decision).collect(Collectors.joining(", "));
        return all.isEmpty() ? "nothing" : all;
    }

    String shown(@Nullable Instant instant) {
        if (instant == null) {
            return "never";
        }
        ZonedDateTime local = instant.atZone(zone);
        return local.format(local.getSecond() == 0 ? SHOWN : SECONDS);
    }

    private String decision(SlotDecision decision) {
        return switch (decision) {
            case SlotDecision.Fire fire -> "fire " + shown(fire.at());
            case SlotDecision.CatchUp again -> "again " + shown(again.at());
            case SlotDecision.DstSkipped skipped -> skipped.fate().name().toLowerCase(Locale.ROOT) + " "
                    + shown(skipped.at());
            case SlotDecision.Missed missed -> "missed " + (missed.atLeast() ? "at least " : "") + missed.count()
                    + " " + span(missed.first(), missed.at()) + " rerun " + missed.rerun();
            case SlotDecision.DroppedByPause dropped -> "dropped " + (dropped.atLeast() ? "at least " : "")
                    + dropped.count() + " " + span(dropped.first(), dropped.at());
        };
    }

    private String span(Instant first, Instant last) {
        return first.equals(last) ? shown(first) : shown(first) + ".." + shown(last);
    }
}
