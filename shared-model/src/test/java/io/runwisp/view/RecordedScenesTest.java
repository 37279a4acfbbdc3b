package io.runwisp.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.runwisp.live.Link;
import io.runwisp.live.Picture;
import io.runwisp.live.Recording;
import io.runwisp.view.bell.BellRow;
import io.runwisp.view.unit.Headline;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Now;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded streams become screens that a person can read; the screens lie beside the recordings. */
final class RecordedScenesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT);

    @ParameterizedTest
    @ValueSource(strings = {"failing-task", "crash-loop", "reload"})
    void aRecordedStreamBecomesTheScreensThatWereExpected(String scene) throws Exception {
        assertEquals(Files.readString(file(scene + ".screens")), screens(Recording.of(file(scene + ".jsonl"))));
    }

    @ParameterizedTest
    @CsvSource({"failing-task,notification.created", "crash-loop,gave_up", "reload,it was paused"})
    void aRecordingThatLostAnEventIsFoundOut(String scene, String event) throws Exception {
        List<String> lines = Files.readAllLines(file(scene + ".jsonl"));
        int lost = IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(event)).findFirst().orElseThrow();
        assertNotEquals(Files.readString(file(scene + ".screens")),
                screens(Recording.of(file(scene + ".jsonl")).without(lost)));
    }

    private static String screens(Recording recording) {
        StringBuilder text = new StringBuilder();
        recording.replay((at, what, picture) -> text.append(screen(at, what, picture)));
        return text.toString();
    }

    private static String screen(Instant at, String what, Picture picture) {
        Now now = new Now(at, BERLIN);
        List<UnitView> units = picture.units()
            .values()
            .stream()
            .map(unit -> UnitView.of(unit, picture.info(), now))
            .toList();
        StringBuilder text = new StringBuilder("== " + CLOCK.format(at.atZone(BERLIN)) + " " + what + "\n");
        String badge = BellRow.badge(picture.unread());
        text.append(Headline.of(new Link.Live(), picture.info(), units).sentence());
        text.append(badge.isEmpty() ? "" : " [bell " + badge + "]");
        text.append(picture.info().configStale() ? " [the file has changed]" : "").append('\n');
        units.forEach(unit -> text.append("%s %-8s %-10s %s\n".formatted(unit.mark().glyph(), unit.name(), unit.word(),
                unit.sentence())));
        return text.append('\n').toString();
    }

    private static Path file(String name) throws IOException, URISyntaxException {
        return Path.of(Objects.requireNonNull(RecordedScenesTest.class.getResource("recorded/" + name), name).toURI());
    }
}
