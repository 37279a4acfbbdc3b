package io.runwisp.view.screen;

import io.runwisp.live.Link;
import io.runwisp.live.Picture;
import io.runwisp.model.UnitState;
import io.runwisp.view.run.RunRow;
import io.runwisp.view.run.Usual;
import io.runwisp.view.screen.OverviewScreen.Lesson;
import io.runwisp.view.screen.OverviewScreen.Need;
import io.runwisp.view.screen.OverviewScreen.Parts;
import io.runwisp.view.screen.OverviewScreen.Running;
import io.runwisp.view.screen.OverviewScreen.Today;
import io.runwisp.view.unit.Headline;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Mark;
import io.runwisp.view.words.Now;
import io.runwisp.view.words.Spans;
import io.runwisp.view.words.Times;
import io.runwisp.view.words.Tone;
import io.runwisp.wire.daemon.DaemonInfo;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.ReplicaStatus;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts an {@link OverviewScreen} together. */
final class Overview {

    private static final String EXAMPLE = """
        [tasks.hello]
        cron = "*/5 * * * *"
        run = "date; uptime"
        """;
    private static final int MANY = 10_000;

    private final Picture picture;
    private final Now now;
    private final Function<String, List<Run>> recent;
    private final Map<String, UnitView> views;

    Overview(Picture picture, Now now, Function<String, List<Run>> recent) {
        this.picture = picture;
        this.now = now;
        this.recent = recent;
        views = UnitView.all(picture, now);
    }

    OverviewScreen screen(Link link, UnitsWanted wanted, Parts parts) {
        List<UnitView> needy = views.values()
            .stream()
            .filter(UnitView::needsYou)
            .sorted(Comparator.comparing((UnitView view) -> view.tone() != Tone.BAD)
                .thenComparing(Overview::newest, Comparator.reverseOrder()))
            .toList();
        List<UnitView> running = views.values()
            .stream()
            .filter(UnitsWanted::runs)
            .sorted(Comparator.comparing(UnitView::service).thenComparing(UnitView::name))
            .toList();
        List<Due> next = next();
        Today today = parts.today();
        return new OverviewScreen(Headline.of(link, picture.info(), List.copyOf(views.values())),
                sub(running.size(), next, today), needy.stream().limit(OverviewScreen.MOST).map(this::need).toList(),
                Math.max(0, needy.size() - OverviewScreen.MOST),
                running.stream().limit(OverviewScreen.MOST).map(this::running).toList(),
                Math.max(0, running.size() - OverviewScreen.MOST),
                next.stream().limit(OverviewScreen.MOST).toList(), today == null ? null : today.calendar(),
                UnitList.of(picture.units().values(), views, wanted, recent, now),
                parts.ended().stream().map(run -> RunRow.of(run, now)).toList(), HostView.of(parts.samples()),
                views.isEmpty() ? lesson(picture.info()) : null);
    }

    private static Instant newest(UnitView view) {
        RunRow last = view.last();
        return last == null ? Instant.EPOCH : last.at();
    }

    private Need need(UnitView view) {
        RunRow last = view.last();
        return new Need(view.name(), view.service() || last == null ? view.name() : last.label(), view.service(),
                view.mark(), view.word(), view.tone(), view.sentence(), last == null ? "" : last.id());
    }

    private Running running(UnitView view) {
        TaskResponse unit = Objects.requireNonNull(picture.units().get(view.name()), "a view is of a unit");
        if (view.service()) {
            return new Running(view.name(), view.name(), true, view.sentence(), since(unit), null, "");
        }
        Run last = unit.now().lastRun();
        Instant start = last == null || last.endReason() != null ? null : last.startAt();
        if (last == null || start == null) {
            return new Running(view.name(), view.name(), false, view.sentence(), null, null, "");
        }
        Optional<Duration> usual = Usual.of(recent.apply(view.name())).map(Usual::median);
        return new Running(view.name(), RunRow.label(view.name(), last.replicaIndex()), false,
                Spans.text(Duration.between(start, now.at()))
                        + usual.map(median -> " of about " + Spans.text(median)).orElse(""),
                start, usual.map(Duration::toMillis).orElse(null), last.id());
    }

    private static @Nullable Instant since(TaskResponse unit) {
        return unit.now()
            .replicas()
            .stream()
            .filter(replica -> replica.state().equals(UnitState.RUNNING.word()))
            .map(ReplicaStatus::since)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    }

    private List<Due> next() {
        return views.values()
            .stream()
            .filter(view -> view.mark() != Mark.PAUSED)
            .flatMap(view -> Optional.ofNullable(view.nextAt())
                .map(at -> new Due(view.name(), at, Times.slot(at, now), Times.away(at, now), null, null))
                .stream())
            .sorted(Comparator.comparing(Due::at).thenComparing(Due::unit))
            .toList();
    }

    private String sub(int running, List<Due> next, @Nullable Today today) {
        String runs = running == 0 ? "Nothing is running."
                : running + (running == 1 ? " is running." : " are running.");
        String comes = next.isEmpty()
                ? " Nothing is due."
                : " Next: " + next.getFirst().unit() + " " + next.getFirst().away() + ".";
        return runs + comes + (today == null ? "" : " " + day(today));
    }

    private static String day(Today today) {
        if (today.total() == 0) {
            return "No runs today yet.";
        }
        String runs = today.total() < MANY
                ? Spans.count(today.total(), "run", "runs")
                : thousands(today.total()) + " runs";
        if (today.ended() == 0) {
            return runs + " today.";
        }
        // Rounded down, so that what failed is not rounded away.
        return runs + " today, " + (today.failed() == 0
                ? "all good."
                : 100 * Math.max(0, today.ended() - today.failed()) / today.ended() + " % good.");
    }

    private static String thousands(long count) {
        return String.format(Locale.ROOT, "%.1fk", Math.floor(count / 100.0) / 10);
    }

    private static Lesson lesson(DaemonInfo info) {
        return new Lesson((info.configStale() ? "The file on the disk has changed: reload it. " : "")
                + "Write a task into runwisp.toml, then reload; it appears here by itself.", EXAMPLE);
    }
}
