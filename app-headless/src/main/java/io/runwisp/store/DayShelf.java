package io.runwisp.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Keeps the counters of days for all readers, up to a bound, and reads those again that have changed. Any thread may ask; nothing is read under its lock. */
final class DayShelf {

    /** How many counters are kept, of eight bytes each: those of some four million runs. The others are read for each question. */
    private static final int MOST = 1 << 18;

    private final Function<List<Long>, SqlText> statement;
    private final ToIntFunction<String> key;
    private final int most;
    private final Map<Long, DayCounts> kept = new HashMap<>();
    private int size;

    /**
     * @param statement reads counters of these days: before the tab the day, after it what the key is made of
     * @param key the number for it
     */
    DayShelf(Function<List<Long>, SqlText> statement, ToIntFunction<String> key) {
        this(statement, key, MOST);
    }

    DayShelf(Function<List<Long>, SqlText> statement, ToIntFunction<String> key, int most) {
        this.statement = statement;
        this.key = key;
        this.most = most;
    }

    /** @param changes how often each of the days has changed, in the transaction of the mapper */
    SortedMap<Long, DayCounts> of(RunMapper mapper, Map<Long, Long> changes) {
        SortedMap<Long, DayCounts> found = new TreeMap<>();
        List<Long> missing = new ArrayList<>();
        synchronized (kept) {
            changes.forEach((day, version) -> {
                DayCounts known = kept.get(day);
                if (known != null && known.isOf(version)) {
                    found.put(day, known);
                } else {
                    missing.add(day);
                }
            });
        }
        if (!missing.isEmpty()) {
            Map<Long, DayCounts> read = read(mapper, missing, changes);
            found.putAll(read);
            keep(read);
        }
        return found;
    }

    private Map<Long, DayCounts> read(RunMapper mapper, List<Long> missing, Map<Long, Long> changes) {
        Map<Long, DayCounts> read = new HashMap<>();
        missing.forEach(day -> read.put(day, new DayCounts(changes.getOrDefault(day, 0L))));
        for (RunTally one : mapper.tallies(statement.apply(missing))) {
            int tab = one.value().indexOf('\t');
            DayCounts counts = read.get(Long.parseLong(one.value(), 0, tab, 10));
            if (counts != null) {
                counts.add(key.applyAsInt(one.value().substring(tab + 1)), Math.toIntExact(one.n()));
            }
        }
        read.values().forEach(DayCounts::trim);
        return read;
    }

    private void keep(Map<Long, DayCounts> read) {
        synchronized (kept) {
            read.forEach((day, counts) -> {
                DayCounts old = kept.remove(day);
                size -= old == null ? 0 : old.size();
                if (size + counts.size() <= most) {
                    kept.put(day, counts);
                    size += counts.size();
                }
            });
        }
    }
}
