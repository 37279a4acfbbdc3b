package io.runwisp.schedule;

import io.runwisp.schedule.ParseResult.Rejected;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
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
        // Offsets such as +02:00 would be zones to ZoneId.of, but have no name and no daylight saving.
        Set<String> known = ZoneId.getAvailableZoneIds();
        return known.contains(name.text()) ? null : unknown(known);
    }

    ZoneId zone() {
        return ZoneId.of(name.text());
    }

    private Rejected unknown(Set<String> known) {
        TreeMap<String, String> spellings = new TreeMap<>();
        for (String zone : known) {
            spellings.put(zone.toLowerCase(Locale.ROOT), zone);
        }
        String nearest = NearestWord.of(name.lowerCase(), spellings.keySet());
        if (nearest == null) {
            // A city without its continent.
            String city = "/" + name.lowerCase();
            nearest = spellings.keySet().stream().filter(zone -> zone.endsWith(city)).findFirst().orElse(null);
        }
        String meant = nearest == null ? null : spellings.get(nearest);
        return name.rejected(
                "zone " + name.text() + " is unknown",
                meant == null ? "write a name of the IANA list, such as Europe/Bratislava or UTC" : "write " + meant);
    }
}
