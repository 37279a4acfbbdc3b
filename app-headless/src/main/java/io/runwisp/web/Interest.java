package io.runwisp.web;

import io.runwisp.client.DaemonEvent;
import io.runwisp.live.Picture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of all that happens may change a screen. */
final class Interest {

    /** Texts such as "3 min ago" are told anew this often. */
    private static final Duration TEXTS = Duration.ofSeconds(30);

    private final Wanted wanted;
    /** Whose runs are shown; null until that is known. */
    private volatile @Nullable String unit;

    Interest(Wanted wanted) {
        this.wanted = wanted;
        this.unit = switch (wanted.screen()) {
            case UNIT -> wanted.query().get("name");
            case WHY -> wanted.query().get("unit");
            default -> null;
        };
    }

    /** It shows runs of this unit. */
    void of(String name) {
        unit = name;
    }

    /** What of the picture it shows. */
    List<@Nullable Object> basis(Picture picture) {
        List<@Nullable Object> basis = new ArrayList<>();
        switch (wanted.screen()) {
            case SHELL, OVERVIEW, UNITS -> {
                basis.add(picture.info());
                basis.add(picture.units());
                basis.add(picture.unread());
            }
            case UNIT, RUN, WHY -> {
                String name = unit;
                basis.add(picture.info());
                basis.add(name == null ? null : picture.units().get(name));
            }
            case RUNS -> basis.add(picture.units().keySet());
            case BELL -> basis.add(picture.unread());
            case PLAN, DAEMON -> basis.add(picture.info());
            case DIFF, CALENDAR, UPCOMING, SEARCH -> {
            }
        }
        return basis;
    }

    /** Whether it may show something else after an event, beside what the picture tells. */
    boolean in(DaemonEvent event) {
        return switch (event) {
            case DaemonEvent.RunChanged changed ->
                runs(changed.event().run().taskName(), changed.event().run().id());
            case DaemonEvent.RunGone gone -> runs(gone.event().taskName(), gone.event().runId());
            case DaemonEvent.UnitChanged _ -> switch (wanted.screen()) {
                case CALENDAR, UPCOMING, PLAN, WHY -> true;
                default -> false;
            };
            case DaemonEvent.BellChanged _,DaemonEvent.UnreadChanged _ -> switch (wanted.screen()) {
                case SHELL, BELL -> true;
                default -> false;
            };
            case DaemonEvent.MachineSampled _ -> switch (wanted.screen()) {
                case OVERVIEW, DAEMON -> true;
                default -> false;
            };
            case DaemonEvent.ConfigDiffers _ -> switch (wanted.screen()) {
                case PLAN -> true;
                default -> false;
            };
            case DaemonEvent.EventsLost _ -> true;
        };
    }

    private boolean runs(String name, String id) {
        return switch (wanted.screen()) {
            case OVERVIEW, UNITS, RUNS, CALENDAR -> true;
            case UNIT, WHY -> name.equals(unit);
            case RUN -> name.equals(unit) || id.equals(wanted.query().get("id"));
            case DIFF -> id.equals(wanted.query().get("left")) || id.equals(wanted.query().get("right"));
            case SHELL, BELL, UPCOMING, PLAN, SEARCH, DAEMON -> false;
        };
    }

    /** After so long it is drawn again although nothing has happened; null for never. */
    @Nullable
    Duration refresh() {
        return switch (wanted.screen()) {
            case DIFF, PLAN, SEARCH -> null;
            default -> TEXTS;
        };
    }
}
