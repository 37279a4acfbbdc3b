package io.runwisp.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.runwisp.cli.terminal.Printer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One JSON document on a printer: indented by two, object fields one to a line, a line end at the end. */
public final class JsonDocument {

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private JsonDocument() {
    }

    /** Fills a document. */
    public interface Content {

        /** Writes exactly one value. */
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes the document; the printer stays open. */
    public static void print(Printer printer, Content content) {
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter(Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("")
            .withRootSeparator(""))
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT);
        try (JsonGenerator json = new JsonFactory().createGenerator(printer.stream())) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(pretty);
            content.write(json);
        } catch (IOException e) {
            // A print stream swallows what goes wrong below it, so this is a fault in the content.
            throw new UncheckedIOException(e);
        }
        printer.line();
    }
}
