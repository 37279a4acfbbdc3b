package io.runwisp.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runwisp.cli.report.ProblemJson;
import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.language.TaskKeys;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.model.UnitKind;
import java.io.IOException;

/** What {@code runwisp list --json} prints. The shape only grows. */
final class ListJson {

    private static final int SCHEMA_VERSION = 1;

    private ListJson() {
    }

    /** The units of a configuration. */
    static void write(JsonGenerator json, Config config) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema_version", SCHEMA_VERSION);
        json.writeArrayFieldStart("tasks");
        for (Unit unit : config.units().values()) {
            unit(json, unit);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Why there are none. */
    static void write(JsonGenerator json, ConfigOutcome.Unusable unusable) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema_version", SCHEMA_VERSION);
        json.writeArrayFieldStart("tasks");
        json.writeEndArray();
        ProblemJson.write(json, "errors", unusable.errors());
        json.writeEndObject();
    }

    private static void unit(JsonGenerator json, Unit unit) throws IOException {
        boolean service = unit.kind() == UnitKind.SERVICE;
        String cron = service ? null : unit.get(TaskKeys.CRON);
        json.writeStartObject();
        json.writeStringField("name", unit.name());
        json.writeStringField("kind", unit.kind().word());
        json.writeStringField("schedule", cron == null ? "" : cron);
        json.writeNumberField(service ? "instances" : "max_concurrent", ListCommand.concurrency(unit));
        json.writeStringField("on_overlap", unit.value(UnitKeys.ON_OVERLAP).word());
        json.writeBooleanField("api_trigger", unit.value(UnitKeys.API_TRIGGER));
        String description = unit.value(UnitKeys.DESCRIPTION);
        if (!description.isEmpty()) {
            json.writeStringField("description", description);
        }
        json.writeEndObject();
    }
}
