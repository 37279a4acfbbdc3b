package io.runwisp.output.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page is compared with what was written, which a reader of whole files would see. */
class LogReaderPropertyTest {

    private static final long SEED = Long.getLong("runwisp.seed", new Random().nextLong());
    private static final int LOGS = 25;
    private static final int PAGES = 25;

    @TempDir
    Path directory;

    @Test
    void everyPageOfAnyLogIsWhatWasWritten() throws IOException {
        RandomLogs logs = new RandomLogs(SEED, directory);
        for (int i = 0; i < LOGS; i++) {
            WrittenLog log = logs.next();
            comparePages(log, logs, true);
            logs.tearSidecars(log.files());
            comparePages(log, logs, false);
        }
    }

    private void comparePages(WrittenLog log, RandomLogs logs, boolean timed) throws IOException {
        List<LogLine> available = log.available();
        int total = (int) log.total();
        for (int i = 0; i < PAGES; i++) {
            long from = (long) logs.below(2 * total + 20) - total - 10;
            int limit = 1 + logs.below(logs.below(3) == 0 ? 5000 : 50);
            LogPage page = new LogReader(log.source()).page(PageRequest.lines(from, limit));
            String about = "seed " + SEED + ", " + log.files().log().getFileName() + ", from " + from + ", limit "
                    + limit;

            assertEquals(log.firstAvailable(), page.firstAvailable(), about);
            assertEquals(log.total(), page.totalLines(), about);
            long absolute = from < 0 ? total + from : from;
            int first = Math.clamp(absolute - log.firstAvailable(), 0, available.size());
            int read = page.lines().size();
            long wanted = Math.min(limit, available.size() - first);
            assertEquals(wanted, page.nextFrom().isEmpty() ? read : Math.max(read, bounded(page, wanted)), about);
            assertEquals(shown(available.subList(first, first + read), timed), shown(page.lines(), timed), about);
        }
    }

    /** A page that is full of bytes may have fewer lines than wanted. */
    private static long bounded(LogPage page, long wanted) {
        long bytes = page.lines().stream().mapToLong(line -> line.text().length() * 4L + 10).sum();
        return bytes > LogReader.PAGE_BYTES ? wanted : page.lines().size();
    }

    private static List<String> shown(List<LogLine> lines, boolean timed) {
        return lines.stream()
            .map(line -> line.number() + " " + line.stream() + " " + (timed ? line.millis() : "") + line.text())
            .toList();
    }
}
