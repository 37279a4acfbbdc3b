package io.runwisp.image;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Asks the database of a data directory, also while a daemon writes it. */
record Rows(Path data) {

    /** The answer, one text for each row, the columns with blanks between them. */
    List<String> of(String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("runwisp.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("PRAGMA query_only = 1");
            try (ResultSet set = statement.executeQuery(question)) {
                List<String> rows = new ArrayList<>();
                while (set.next()) {
                    StringJoiner row = new StringJoiner(" ");
                    for (int column = 1; column <= set.getMetaData().getColumnCount(); column++) {
                        row.add(String.valueOf(set.getObject(column)));
                    }
                    rows.add(row.toString());
                }
                return rows;
            }
        }
    }

    /** The answer to a question for a number. */
    long count(String condition) throws SQLException {
        return Long.parseLong(of("SELECT count(*) FROM runs WHERE " + condition).getFirst());
    }
}
