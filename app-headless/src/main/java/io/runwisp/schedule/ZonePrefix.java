package io.runwisp.schedule;

import io.runwisp.config.grammar.Reading;
import io.runwisp.config.grammar.Zones;
import io.runwisp.schedule.ParseResult.Rejected;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads the {@code TZ=Zone} or {@code CRON_TZ=Zone} that may stand before the fields. */
final class ZonePrefix {

    private final Word key;
    private final Word name;

    ZonePrefix(Word word) {
        int equals = word.text().indexOf('=');
        this.key = word.part(0, equals);
        this.name = word.from(equals + 1);
    }

    /** Whether the first word of a line is a prefix, good or bad. */
    static boolean isIn(Word word) {
        return word.text().indexOf('=') >= 0;
    }

    /** What is wrong with the prefix, or null. */
    @Nullable
    Rejected check() {
        if (!key.text().equals("TZ") && !key.text().equals("CRON_TZ")) {
            return key.rejected(key.text() + "= is not a prefix", "write TZ=Zone or CRON_TZ=Zone before the fields");
        }
        if (name.text().isEmpty()) {
            String sample = key.text() + "=Europe/Bratislava";
            return key.rejected(key.text() + "= names no zone", "write for example " + sample);
        }
        return Zones.read(name.text()) instanceof Reading.Bad<ZoneId> bad ? unknown(bad) : null;
    }

    ZoneId zone() {
        return ZoneId.of(name.text());
    }

    private Rejected unknown(Reading.Bad<ZoneId> bad) {
        return name.at(bad)
            .rejected(
                    name.text() + " is not a time zone: " + bad.reason(),
                    "write " + key.text() + "= and a name of the IANA list, exactly as it stands there");
    }
}
