package io.runwisp.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instants as they stand in the tables: UTC ISO text with exactly three decimals, so that the order of texts is the order of instants. */
final class InstantText {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter
        .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
        .withZone(ZoneOffset.UTC);

    private InstantText() {
    }

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    static @Nullable String ofNullable(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    static Instant read(String text) {
        return Instant.parse(text);
    }

    static @Nullable Instant readNullable(@Nullable String text) {
        return text == null ? null : read(text);
    }
}
