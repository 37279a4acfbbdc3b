package io.runwisp.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runwisp.cli.report.ProblemJson;
import io.runwisp.config.Config;
import io.runwisp.config.problem.Problem;
import java.io.IOException;
import java.util.List;

/** What {@code runwisp validate --json} prints. The shape only grows. */
final class ValidationJson {

    private static final int SCHEMA_VERSION = 1;

    private ValidationJson() {
    }

    /** The verdict; the path is that of the root file, absolute. */
    static void write(JsonGenerator json, ConfigOutcome outcome, String path) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema_version", SCHEMA_VERSION);
        json.writeBooleanField("valid", outcome instanceof ConfigOutcome.Loaded);
        json.writeStringField("config_path", path);
        switch (outcome) {
            case ConfigOutcome.Loaded(Config config, List<Problem> warnings) -> {
                json.writeStringField("timezone", config.zone().getId());
                json.writeStringField("timezone_source", config.zoneOrigin());
                counts(json, config.tasks().size(), config.services().size());
                ProblemJson.write(json, "warnings", warnings);
                ProblemJson.write(json, "errors", List.of());
            }
            case ConfigOutcome.Unusable unusable -> {
                counts(json, 0, 0);
                ProblemJson.write(json, "warnings", unusable.warnings());
                ProblemJson.write(json, "errors", unusable.errors());
            }
        }
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, int tasks, int services) throws IOException {
        json.writeNumberField("tasks", tasks);
        json.writeNumberField("services", services);
    }
}
