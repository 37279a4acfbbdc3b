package io.runwisp.schedule;

import io.runwisp.schedule.ParseResult.Rejected;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a cron line; that there are five or six of them was checked before. */
final class CronLine {

    private final Map<Field, Word> words = new EnumMap<>(Field.class);
    private final Map<Field, Long> bits = new EnumMap<>(Field.class);

    CronLine(List<Word> fields) {
        // Without a seconds field a line fires at second 0.
        bits.put(Field.SECOND, 1L);
        List<Field> order = List.of(Field.values());
        int omitted = order.size() - fields.size();
        for (int i = 0; i < fields.size(); i++) {
            words.put(order.get(omitted + i), fields.get(i));
        }
    }

    /** Reads the fields; null when they are good. */
    @Nullable
    Rejected read() {
        for (Map.Entry<Field, Word> entry : words.entrySet()) {
            FieldReader reader = new FieldReader(entry.getKey());
            Rejected rejected = reader.read(entry.getValue());
            if (rejected != null) {
                return rejected;
            }
            bits.put(entry.getKey(), CronUtilsFields.bits(entry.getKey(), reader.plain()));
        }
        return null;
    }

    /** What was read. */
    WallTimes times() {
        long weekdays = bits(Field.WEEKDAY);
        boolean sunday = (weekdays & 0x81) != 0;
        return new WallTimes(
                bits(Field.SECOND),
                bits(Field.MINUTE),
                bits(Field.HOUR),
                bits(Field.DAY),
                bits(Field.MONTH),
                (weekdays & 0x7E) | (sunday ? 1 : 0),
                isStar(Field.DAY) || isStar(Field.WEEKDAY),
                isStar(Field.HOUR));
    }

    /** The text of a field that every line has. */
    Word word(Field field) {
        Word word = words.get(field);
        if (word == null) {
            throw new IllegalArgumentException("a line need not have a " + field.word());
        }
        return word;
    }

    private boolean isStar(Field field) {
        String text = word(field).text();
        return text.startsWith("*") || text.startsWith("?");
    }

    private long bits(Field field) {
        return bits.getOrDefault(field, 0L);
    }
}
