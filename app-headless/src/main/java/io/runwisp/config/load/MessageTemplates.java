package io.runwisp.config.load;

import io.runwisp.config.grammar.MessageTemplate;
import io.runwisp.config.grammar.Reading;
import io.runwisp.config.language.Given;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.config.language.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the template files of notifiers when the configuration is loaded, so that a bad one is known at once. */
final class MessageTemplates {

    /** No provider takes more. */
    private static final int LARGEST = 64 * 1024;

    private MessageTemplates() {
    }

    /** The template of a notifier, or null when it has none or has a bad one, which was reported. */
    static @Nullable MessageTemplate read(Settings settings) {
        Given<String> given = settings.given(NotifierKeys.TEMPLATE_PATH);
        if (given == null) {
            return null;
        }
        Path path = Path.of(given.value());
        String text;
        try {
            if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
                throw new IOException("has more than 64 KiB");
            }
            text = SourceReader.readText(path);
        } catch (IOException e) {
            reject(given, SourceReader.reason(path, e) + " (" + path + ")", "a readable file");
            return null;
        }
        return switch (MessageTemplate.read(text)) {
            case Reading.Good<MessageTemplate>(MessageTemplate template) -> template;
            case Reading.Bad<MessageTemplate> bad -> {
                long line = text.substring(0, bad.offset()).lines().count();
                boolean atStart = bad.offset() == 0 || text.charAt(bad.offset() - 1) == '\n';
                reject(given, "(" + path + ") line " + (atStart ? line + 1 : line) + ": " + bad.reason(),
                        "a template such as \"{{unit}} {{verb}}: {{sentence}}\"");
                yield null;
            }
        };
    }

    private static void reject(Given<String> path, String what, String expected) {
        path.context()
            .reject(path.place(), "template_path " + path.context().shown(path.node()) + " " + what, expected, "");
    }
}
