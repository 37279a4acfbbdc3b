package io.runwisp.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runwisp.config.problem.Problem;
import java.io.IOException;
import java.util.List;

/** Writes problems for programs; what a problem has not is left out. */
public final class ProblemJson {

    private ProblemJson() {
    }

    /** Writes an array field. */
    public static void write(JsonGenerator json, String field, List<Problem> problems) throws IOException {
        json.writeArrayFieldStart(field);
        for (Problem problem : problems) {
            json.writeStartObject();
            text(json, "message", problem.message());
            text(json, "key", problem.key());
            text(json, "file", problem.place().file().path().toString());
            if (problem.place().line() > 0) {
                json.writeNumberField("line", problem.place().line());
                json.writeNumberField("column", problem.place().column());
            }
            text(json, "expected", problem.expected());
            text(json, "help", problem.remedy());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String field, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(field, value);
        }
    }
}
