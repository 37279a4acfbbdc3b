package io.runwisp.bench.supervision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of runs as the product wrote them, read from its database while it runs. */
record RecordedRuns(Path database) {

    private static final int LOCKED_MILLIS = 5000;
    private static final DateTimeFormatter SLOT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    /** A row of a slot, in the order of insertion. */
    record Row(long seq, Instant slot, Instant created, @Nullable Instant started, @Nullable Instant ended) {

        /** Milliseconds from the slot to an instant. */
        double after(@Nullable Instant instant) {
            if (instant == null) {
                throw new NotMeasured("run " + seq + " has neither begun nor ended");
            }
            return Duration.between(slot, instant).toNanos() / 1e6;
        }
    }

    /** Waits until so many runs of a slot can be read, which is when they are committed; the milliseconds since the slot. */
    double committed(Instant slot, int count, Duration atMost) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                PreparedStatement rows = connection
                    .prepareStatement("SELECT count(*) FROM runs WHERE scheduled_at = ?")) {
            rows.setString(1, slot.atOffset(ZoneOffset.UTC).format(SLOT));
            Wait.until(count + " runs of " + slot + " are recorded", atMost, () -> first(rows) >= count);
            return Duration.between(slot, Instant.now()).toNanos() / 1e6;
        } catch (SQLException e) {
            throw new NotMeasured("the runs cannot be read: " + e.getMessage());
        }
    }

    private static long first(PreparedStatement query) {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new NotMeasured("the runs cannot be read: " + e.getMessage());
        }
    }

    List<Row> all() {
        if (Files.notExists(database)) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + LOCKED_MILLIS);
            statement.execute("PRAGMA query_only = 1");
            try (ResultSet row = statement.executeQuery("SELECT seq, scheduled_at, created_at, start_at, end_at "
                    + "FROM runs WHERE scheduled_at IS NOT NULL ORDER BY seq")) {
                while (row.next()) {
                    rows.add(new Row(row.getLong(1), Instant.parse(row.getString(2)), Instant.parse(row.getString(3)),
                            instant(row.getString(4)), instant(row.getString(5))));
                }
            }
        } catch (SQLException e) {
            throw new NotMeasured("the runs cannot be read: " + e.getMessage());
        }
        return rows;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Instant.parse(text);
    }
}
