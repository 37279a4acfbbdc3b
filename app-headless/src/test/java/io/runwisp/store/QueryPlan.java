package io.runwisp.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How SQLite is going to answer a statement, and what is wrong with that. */
record QueryPlan(List<Step> steps) {

    private static final Pattern VALUE = Pattern.compile("#\\{values\\.(v\\d+)}");
    private static final String SORT = "USE TEMP B-TREE";

    /** A line of the plan, below another one. */
    record Step(int parent, String text) {

        boolean readsRuns() {
            return text.startsWith("SCAN runs") || text.startsWith("SEARCH runs");
        }

        boolean byRow() {
            return text.contains("USING INTEGER PRIMARY KEY");
        }
    }

    static QueryPlan of(Connection connection, SqlText query) throws SQLException {
        List<Object> values = new ArrayList<>();
        Matcher matcher = VALUE.matcher(query.getText());
        String text = matcher.replaceAll(found -> {
            values.add(Objects.requireNonNull(query.getValues().get(found.group(1))));
            return "?";
        });
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + text)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<Step> steps = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    steps.add(new Step(rows.getInt("parent"), rows.getString("detail")));
                }
            }
            return new QueryPlan(steps);
        }
    }

    /** The steps that read the table without an index. */
    List<String> scans() {
        return steps.stream()
            .filter(step -> step.readsRuns() && !step.byRow() && !step.text().contains("INDEX"))
            .map(Step::text)
            .toList();
    }

    /** The steps whose rows are sorted afterwards, although they come from an index. */
    List<String> sorted() {
        return steps.stream()
            .filter(step -> step.readsRuns() && !step.byRow())
            .filter(step -> steps.stream()
                .anyMatch(other -> other.parent() == step.parent() && other.text().startsWith(SORT)))
            .map(Step::text)
            .toList();
    }
}
