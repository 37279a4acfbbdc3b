package io.runwisp.web;

import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.client.RunQuery;
import io.runwisp.client.UpcomingQuery;
import io.runwisp.live.Picture;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunPhase;
import io.runwisp.model.RunSort;
import io.runwisp.view.calendar.Axis;
import io.runwisp.view.calendar.CalendarView;
import io.runwisp.view.run.Usual;
import io.runwisp.view.runs.Bucket;
import io.runwisp.view.screen.CalendarScreen;
import io.runwisp.view.screen.OverviewScreen;
import io.runwisp.view.screen.UpcomingScreen;
import io.runwisp.view.why.WhyView;
import io.runwisp.view.words.Now;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.RunPage;
import io.runwisp.wire.unit.Firing;
import io.runwisp.wire.unit.Upcoming;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The screens about when: what ran, what is due, and why not. */
final class TimeScreens {

    /** More runs than these are not drawn on one axis. */
    private static final int MOST_RUNS = 3000;
    private static final int MOST_HOURS = 31 * 24;
    /** Of so many units that are due it is asked how long they take. */
    private static final int MOST_USUAL = 100;
    /** Runs that began so long before an axis and reach into it are drawn as well, as those are that go on. */
    private static final Duration BEFORE = Duration.ofHours(6);
    /** How the day went is counted this often. */
    private static final Duration COUNTED = Duration.ofSeconds(3);
    private static final int MOST_ZONES = 8;

    private final JoinedDaemonApi api;
    private final Map<ZoneId, Counted> counted = new LinkedHashMap<>();

    private record Counted(Instant at, OverviewScreen.Today today) {
    }

    TimeScreens(JoinedDaemonApi api) {
        this.api = api;
    }

    /** How today goes, of this moment or of a few seconds ago. */
    OverviewScreen.Today today(Now now, Sight sight, Picture picture) {
        synchronized (this) {
            Counted last = counted.get(now.zone());
            if (last != null && Duration.between(last.at(), now.at()).abs().compareTo(COUNTED) < 0) {
                return last.today();
            }
        }
        Axis axis = Axis.day(now.at().atZone(now.zone()).toLocalDate(), now.zone());
        RunFilter filter = RunFilter.ALL.withCreated(axis.from(), axis.to().minusMillis(1));
        OverviewScreen.Today today = new OverviewScreen.Today(count(filter),
                count(filter.withStatuses(Set.of(RunPhase.ENDED.word()))),
                count(filter.withStatuses(Bucket.FAILED.statuses())), calendar(axis, sight, picture, now));
        synchronized (this) {
            if (counted.size() >= MOST_ZONES) {
                counted.clear();
            }
            counted.put(now.zone(), new Counted(now.at(), today));
        }
        return today;
    }

    private long count(RunFilter filter) {
        return api.runs(new RunQuery(filter, RunSort.NEWEST, 1, 0)).total();
    }

    CalendarScreen calendar(Wanted wanted, Sight sight, Picture picture, Now now) {
        CalendarScreen.Span span = wanted.value("span")
            .filter(CalendarScreen.Span.WEEK.word()::equals)
            .map(_ -> CalendarScreen.Span.WEEK)
            .orElse(CalendarScreen.Span.DAY);
        LocalDate day = wanted.value("day")
            .map(TimeScreens::day)
            .orElseGet(() -> now.at()
                .atZone(now.zone())
                .toLocalDate());
        return CalendarScreen.of(span, day,
                span.axes(day, now.zone()).stream().map(axis -> calendar(axis, sight, picture, now)).toList(), now);
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() < 3000) {
                return day;
            }
        } catch (DateTimeException e) {
            // It is refused like one that is too far away.
        }
        throw Wanted.invalid("query.day", "must be a day such as 2026-11-26");
    }

    private CalendarView calendar(Axis axis, Sight sight, Picture picture, Now now) {
        RunFilter filter = RunFilter.ALL.withCreated(axis.from().minus(BEFORE), axis.to().minusMillis(1));
        List<Run> runs = new ArrayList<>();
        boolean complete = pages(filter, runs);
        Set<String> going = Set.of(RunPhase.RUNNING.word());
        complete &= pages(RunFilter.ALL.withStatuses(going).withCreated(null, axis.from().minus(BEFORE)), runs);
        Upcoming due = new Upcoming(now.at(), now.at(), List.of(), true);
        Instant from = axis.from().isAfter(now.at()) ? axis.from() : now.at();
        if (axis.to().isAfter(from)) {
            due = api.upcoming(new UpcomingQuery(from, axis.to().minusMillis(1), UpcomingQuery.MOST));
        }
        return CalendarView.of(axis, runs, due.firings(), usual(due.firings(), sight, picture),
                complete && due.complete(), now);
    }

    private boolean pages(RunFilter filter, List<Run> runs) {
        int before = runs.size();
        long total;
        do {
            RunPage page = api.runs(new RunQuery(filter, RunSort.NEWEST, RunQuery.MOST, runs.size() - before));
            runs.addAll(page.runs());
            total = page.runs().isEmpty() ? 0 : page.total();
        } while (runs.size() - before < Math.min(total, MOST_RUNS));
        return runs.size() - before >= total;
    }

    private static Map<String, Duration> usual(List<Firing> firings, Sight sight, Picture picture) {
        Map<String, Duration> usual = new HashMap<>();
        firings.stream()
            .map(Firing::taskName)
            .distinct()
            .filter(name -> picture.units().containsKey(name))
            .limit(MOST_USUAL)
            .forEach(name -> Usual.of(sight.recent(name)).ifPresent(known -> usual.put(name, known.median())));
        return usual;
    }

    UpcomingScreen upcoming(Wanted wanted, Now now) {
        int hours = wanted.value("hours").map(TimeScreens::hours).orElse(24);
        return UpcomingScreen.of(api.upcoming(new UpcomingQuery(now.at(), now.at().plus(Duration.ofHours(hours)),
                UpcomingScreen.ROWS + 1)), hours, now);
    }

    private static int hours(String text) {
        try {
            int hours = Integer.parseInt(text);
            if (hours > 0 && hours <= MOST_HOURS) {
                return hours;
            }
        } catch (NumberFormatException e) {
            // It is refused like one that is too great.
        }
        throw Wanted.invalid("query.hours", "must be a number of hours, 1 to " + MOST_HOURS);
    }

    WhyView why(Wanted wanted, Picture picture, Now now) {
        String unit = wanted.needed("unit");
        return WhyView.of(api.why(unit, at(wanted)), picture.units().get(unit), now);
    }

    private static @Nullable Instant at(Wanted wanted) {
        String at = wanted.value("at").orElse(null);
        try {
            return at == null ? null : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException e) {
            throw Wanted.invalid("query.at", "must be a time such as 2026-11-20T02:30:00Z");
        }
    }
}
