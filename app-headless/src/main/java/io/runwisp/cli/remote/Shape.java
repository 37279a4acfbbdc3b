package io.runwisp.cli.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.runwisp.cli.report.JsonDocument;
import io.runwisp.cli.terminal.Printer;
import io.runwisp.wire.json.WireJson;
import java.io.IOException;
import java.util.List;

/** Pieces of the documents for programs. What the API has a record for has that record's shape here too; shapes only grow. */
final class Shape {

    static final int VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private Shape() {
    }

    /** Prints a document with these fields. */
    static void print(Printer out, JsonDocument.Content fields) {
        JsonDocument.print(out, json -> {
            json.writeStartObject();
            json.writeNumberField("schema_version", VERSION);
            fields.write(json);
            json.writeEndObject();
        });
    }

    /** A record as a field. */
    static void field(JsonGenerator json, String name, Record value) throws IOException {
        json.writeFieldName(name);
        copy(json, WireJson.bytes(value));
    }

    /** A list of records as a field. */
    static void field(JsonGenerator json, String name, List<? extends Record> values) throws IOException {
        json.writeFieldName(name);
        copy(json, WireJson.bytes(values));
    }

    /** Texts as a field. */
    static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void copy(JsonGenerator json, byte[] record) throws IOException {
        try (JsonParser parser = FACTORY.createParser(record)) {
            parser.nextToken();
            json.copyCurrentStructure(parser);
        }
    }
}
