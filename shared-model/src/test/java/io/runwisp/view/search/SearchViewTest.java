package io.runwisp.view.search;

import static io.runwisp.view.Scene.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.view.Scene;
import io.runwisp.view.search.SearchView.Hit;
import io.runwisp.view.search.SearchView.Kind;
import io.runwisp.view.search.SearchView.Piece;
import io.runwisp.view.unit.UnitView;
import io.runwisp.wire.log.SearchHit;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.unit.TaskResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SearchViewTest {

    private static final List<UnitView> UNITS = Stream.of("backup", "db-backup", "up", "makeup", "bulk-copy", "mail")
        .map(SearchViewTest::unit)
        .toList();
    private static final Run RUN = Scene.ended(1, "failed", 2, 5, Duration.ofSeconds(42));
    private static final Hit HIT = new Hit("backup", new SearchHit(Scene.id(1), 41, "stderr",
            "\u001b[31mbackup\u001b[0m has no space", NOW.at().toEpochMilli()));

    @Test
    void unitsRunsAndLinesAreOneListTheBestFirst() {
        SearchView view = SearchView.of("backup", UNITS, List.of(RUN), List.of(HIT), false, NOW);
        assertEquals("2 units, 1 run, 1 line.", view.headline());
        assertEquals(List.of("backup", "db-backup", "backup " + Scene.id(1), "backup has no space"), titles(view));
        SearchView.Result line = view.results().getLast();
        assertEquals("backup, line 42 of the run of 03:20", line.says());
        assertEquals(List.of(new Piece(0, 6)), line.pieces());
        assertEquals(41, line.line());
    }

    @Test
    void namesThatBeginWithItComeBeforeThoseThatHoldIt() {
        assertEquals(List.of("up", "backup", "db-backup", "makeup"), titles(find("up")));
        assertEquals(List.of("bulk-copy"), titles(find("blkcp")), "letters with others between");
        assertEquals(List.of("db-backup"), titles(find("backup db")), "words in any order");
        assertEquals(List.of(), titles(find("zz")));
    }

    @Test
    void whatIsStillSearchedIsTold() {
        assertEquals("Searching.", SearchView.of("zz", UNITS, List.of(), List.of(), true, NOW).headline());
        assertEquals("Nothing was found.", find("zz").headline());
        assertEquals("2 units; still searching.",
                SearchView.of("backup", UNITS, List.of(), List.of(), true, NOW).headline());
        assertEquals("Type a part of a name, of a run's id, or of what was printed.", find("  ").headline());
    }

    @Test
    void theListAndItsLinesAreBounded() {
        Hit wide = new Hit("mail", new SearchHit(Scene.id(2), 0, "stdout", "x".repeat(60_000) + "needle"
                + "y".repeat(100), NOW.at().toEpochMilli()));
        SearchView view = SearchView.of("needle", List.of(), List.of(), Collections.nCopies(500, wide), false, NOW);
        assertEquals("50 lines and more.", view.headline());
        SearchView.Result line = view.results().getFirst();
        assertTrue(line.title().length() < 210, line.title());
        Piece piece = line.pieces().getFirst();
        assertEquals("needle", line.title().substring(piece.from(), piece.to()));
        assertEquals(Kind.LINE, line.kind());
    }

    private static SearchView find(String typed) {
        return SearchView.of(typed, UNITS, List.of(), List.of(), false, NOW);
    }

    private static List<String> titles(SearchView view) {
        return view.results().stream().map(SearchView.Result::title).toList();
    }

    private static UnitView unit(String name) {
        TaskResponse task = Scene.task(Scene.now("idle", null, null), true, null, "queue");
        return UnitView.of(new TaskResponse(name, task.kind(), task.group(), null, true, task.now(), task.rules(),
                task.task(), null), Scene.daemon(null), NOW);
    }
}
