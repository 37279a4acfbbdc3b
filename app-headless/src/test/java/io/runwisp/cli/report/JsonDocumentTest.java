package io.runwisp.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.cli.terminal.RecordingConsole;
import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problem;
import io.runwisp.config.problem.Problem.Severity;
import io.runwisp.config.problem.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {

    private static final SourceFile FILE = SourceFile.of(Path.of("/srv/runwisp.toml"), "runwisp.toml", "a = 1");

    @Test
    void isIndentedAndEndsWithALine() {
        RecordingConsole console = RecordingConsole.pipe();
        JsonDocument.print(console.console().out(), json -> {
            json.writeStartObject();
            json.writeStringField("name", "größe \u001b");
            json.writeArrayFieldStart("none");
            json.writeEndArray();
            json.writeArrayFieldStart("some");
            json.writeNumber(1);
            json.writeNumber(2);
            json.writeEndArray();
            json.writeObjectFieldStart("empty");
            json.writeEndObject();
            json.writeEndObject();
        });
        assertEquals("""
                {
                  "name": "größe \\u001B",
                  "none": [],
                  "some": [
                    1,
                    2
                  ],
                  "empty": {}
                }
                """, console.out());
    }

    @Test
    void problemsCarryWhatTheyHaveAndNothingElse() {
        RecordingConsole console = RecordingConsole.pipe();
        List<Problem> problems = List.of(
                new Problem(Severity.ERROR, new Place(FILE, 1, 1, 1), "a", "a is no key", "a table", "remove it"),
                new Problem(Severity.ERROR, Place.wholeFile(FILE), "", "the file is empty", "", ""));
        JsonDocument.print(console.console().out(), json -> {
            json.writeStartObject();
            ProblemJson.write(json, "errors", problems);
            json.writeEndObject();
        });
        assertEquals("""
                {
                  "errors": [
                    {
                      "message": "a is no key",
                      "key": "a",
                      "file": "/srv/runwisp.toml",
                      "line": 1,
                      "column": 1,
                      "expected": "a table",
                      "help": "remove it"
                    },
                    {
                      "message": "the file is empty",
                      "file": "/srv/runwisp.toml"
                    }
                  ]
                }
                """, console.out());
    }
}
