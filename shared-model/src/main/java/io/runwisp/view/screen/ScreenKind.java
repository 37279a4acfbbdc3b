package io.runwisp.view.screen;

import io.runwisp.model.Word;
import io.runwisp.view.diff.RunDiff;
import io.runwisp.view.plan.PlanView;
import io.runwisp.view.search.SearchView;
import io.runwisp.view.why.WhyView;
import java.util.List;
import java.util.Optional;

/** The screens that there are: what each is called, what it is, and what can be said about what it shall show. */
public enum ScreenKind implements Word {
    /** What stands around every screen. */
    SHELL("shell", ShellScreen.class),
    /** Everything at one glance. */
    OVERVIEW("overview", OverviewScreen.class, "filter", "sort", "search", "page"),
    /** All units. */
    UNITS("units", UnitsScreen.class, "filter", "sort", "search", "page"),
    /** A task or a service. */
    UNIT("unit", UnitScreen.class, "name", "page", "status", "trigger", "from", "to", "exit", "retries", "sort",
            "search"),
    /** A run. */
    RUN("run", RunScreen.class, "id"),
    /** All runs. */
    RUNS("runs", RunsScreen.class, "page", "status", "task", "trigger", "from", "to", "exit", "retries", "sort",
            "search"),
    /** Two runs side by side. */
    DIFF("diff", RunDiff.class, "left", "right"),
    /** What has rung. */
    BELL("bell", BellScreen.class, "before", "rows"),
    /** A day or a week. */
    CALENDAR("calendar", CalendarScreen.class, "day", "span"),
    /** What is due. */
    UPCOMING("upcoming", UpcomingScreen.class, "hours"),
    /** Why a unit did or did not run. */
    WHY("why", WhyView.class, "unit", "at"),
    /** What a reload would do. */
    PLAN("plan", PlanView.class),
    /** What was searched for. */
    SEARCH("search", SearchView.class, "q"),
    /** The daemon and its machine. */
    DAEMON("daemon", DaemonScreen.class);

    private final String word;
    private final Class<? extends Record> type;
    private final String keys;

    ScreenKind(String word, Class<? extends Record> type, String... keys) {
        this.word = word;
        this.type = type;
        this.keys = String.join(" ", keys);
    }

    /** The screen of a word, if there is one. */
    public static Optional<ScreenKind> ofWord(String word) {
        return Word.find(values(), word);
    }

    @Override
    public String word() {
        return word;
    }

    /** What is shown. */
    public Class<? extends Record> type() {
        return type;
    }

    /** By which keys it can be said what shall be shown. */
    public List<String> keys() {
        return keys.isEmpty() ? List.of() : List.of(keys.split(" ", -1));
    }
}
