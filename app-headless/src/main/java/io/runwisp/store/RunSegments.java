package io.runwisp.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Counts what a search finds in some pieces of the order that the list has, so that the walk that counts also says where a page begins. */
record RunSegments(RunMapper mapper, RunScope scope, SortKey key) {

    private static final int PIECES = 10;
    private static final long DAY_SECONDS = 86_400;
    /** Before and after each time that is a text. */
    private static final String FIRST = "";
    private static final String LAST = "~";

    /** @param weights how many runs may be found for each day, or for each band of durations, from its first value */
    RunSpread spread(SortedMap<Long, Long> weights) {
        List<Long> starts = starts(weights);
        List<RunSpread.Span> spans = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Object least = i == 0 ? lowest() : value(starts.get(i), 0);
            Object greatest = i == starts.size() - 1 ? highest() : value(starts.get(i + 1), -1);
            long n = mapper.count(RunCountSql.segment(scope, key, least, greatest));
            spans.add(new RunSpread.Span(least, greatest, n));
        }
        return new RunSpread(spans);
    }

    private static List<Long> starts(SortedMap<Long, Long> weights) {
        long piece = weights.values().stream().mapToLong(Long::longValue).sum() / PIECES;
        List<Long> starts = new ArrayList<>();
        long weight = piece;
        for (Map.Entry<Long, Long> one : weights.entrySet()) {
            if (weight >= piece) {
                starts.add(one.getKey());
                weight = 0;
            }
            weight += one.getValue();
        }
        return starts;
    }

    private Object lowest() {
        return key == SortKey.LENGTH ? Long.MIN_VALUE : FIRST;
    }

    private Object highest() {
        return key == SortKey.LENGTH ? Long.MAX_VALUE : LAST;
    }

    private Object value(long start, long more) {
        return key == SortKey.LENGTH ? start + more
                : InstantText.of(Instant.ofEpochSecond(start * DAY_SECONDS).plusMillis(more));
    }
}
