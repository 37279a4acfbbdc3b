package io.runwisp.schedule.plan;

import io.runwisp.config.grammar.Durations;
import io.runwisp.schedule.Slot;
import io.runwisp.schedule.plan.SlotDecision.DstSkipped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;

/** Says in one sentence why something is done with a slot, with times as the wall clock of a zone shows them. */
record PlanTexts(ZoneId zone) {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss",
            Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** An instant as people of the zone would write it. */
    String wall(Instant instant) {
        return dateTime(LocalDateTime.ofInstant(instant, zone)) + " " + zone.getId();
    }

    String fire(Instant slot, Duration late) {
        String due = "due at " + wall(slot);
        return late.toSeconds() < 1 ? due : due + ", noticed " + whole(late) + " later";
    }

    String caughtUp(Instant slot, Interruption cause) {
        return "the slot of " + wall(slot) + " was missed " + because(cause) + "; it is run now, as catch_up asks";
    }

    String missed(Instant first, Instant last, int count, boolean atLeast, int rerun, Interruption cause) {
        String missed = (atLeast ? "at least " : "") + runs(count) + " missed " + span(first, last, count) + " "
                + because(cause);
        if (rerun == 0) {
            return missed + "; none is run again";
        }
        return missed + "; the newest " + (rerun == 1 ? "one is" : rerun + " are") + " run now";
    }

    String dropped(Instant first, Instant last, int count, boolean atLeast) {
        return (atLeast ? "at least " : "") + (count == 1 ? "1 slot" : count + " slots") + " passed "
                + span(first, last, count) + " while the task was paused";
    }

    String held(Instant until) {
        return "the clock was set back: slots up to " + wall(until)
                + " were fired already and are not fired again";
    }

    DstSkipped skipped(Slot slot) {
        // Strictly before, so one second later: a slot may lie at the very change.
        ZoneOffsetTransition change = zone.getRules().previousTransition(slot.at().plusSeconds(1));
        String reason = slot.fate() == Slot.Fate.REPEATED ? repeated(slot.at(), change) : collapsed(slot.at(), change);
        return new DstSkipped(slot.at(), slot.fate(), reason);
    }

    private String repeated(Instant at, ZoneOffsetTransition change) {
        return "the wall clock shows " + wall(at) + " for the second time, because clocks went back from "
                + time(change.getDateTimeBefore()) + " to " + time(change.getDateTimeAfter())
                + "; the first time counted";
    }

    private String collapsed(Instant at, ZoneOffsetTransition change) {
        LocalDateTime leftOut = LocalDateTime.ofInstant(at, change.getOffsetBefore());
        return "there was no " + dateTime(leftOut) + " " + zone.getId() + ", because clocks went forward from "
                + time(change.getDateTimeBefore()) + " to " + time(change.getDateTimeAfter())
                + "; an earlier slot left out by the same change stands for it";
    }

    private String span(Instant first, Instant last, int count) {
        return count == 1 ? "at " + wall(first) : "from " + wall(first) + " to " + wall(last);
    }

    private static String because(Interruption cause) {
        String size = cause.size().toSeconds() < 1 ? "" : whole(cause.size());
        String by = size.isEmpty() ? "" : " by " + size;
        String lasting = size.isEmpty() ? "" : " for " + size;
        return switch (cause.kind()) {
            case NONE, HELD_UP -> "because the daemon was held up" + lasting;
            case DAEMON_DOWN -> "because the daemon was down" + lasting;
            case JOURNAL_STALLED -> "because the journal could not be written" + lasting;
            case CLOCK_FORWARD -> "because the clock was set forward" + by;
            case CLOCK_BACK -> "because the clock was set back" + by;
            case SUSPENDED -> "because the host was asleep" + lasting;
            case FORWARD_OR_SUSPENDED ->
                "because the host was asleep or its clock was set forward" + (size.isEmpty() ? "" : " (" + size + ")");
        };
    }

    private static String runs(int count) {
        return count == 1 ? "1 run was" : count + " runs were";
    }

    private static String whole(Duration duration) {
        return Durations.show(Duration.ofSeconds(duration.toSeconds()));
    }

    private static String dateTime(LocalDateTime time) {
        return time.format(time.getSecond() == 0 ? DATE_TIME : DATE_TIME_SECONDS);
    }

    private static String time(LocalDateTime time) {
        return time.format(time.getSecond() == 0 ? TIME : TIME_SECONDS);
    }
}
