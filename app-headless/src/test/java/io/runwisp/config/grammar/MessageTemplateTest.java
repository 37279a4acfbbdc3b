package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.config.Loading;
import io.runwisp.config.grammar.MessageTemplate.Literal;
import io.runwisp.config.grammar.MessageTemplate.Section;
import io.runwisp.config.grammar.MessageTemplate.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTemplateTest {

    @TempDir
    Path folder;

    @Test
    void textPlacesSectionsAndRemarksAreRead() {
        assertEquals(Reading.good(new MessageTemplate(List.of(new Literal("a "),
                new Value(MessageField.UNIT, List.of(MessageFilter.UPPER, MessageFilter.RAW)),
                new Section(MessageField.TAIL, true,
                        List.of(new Literal(" b"), new Section(MessageField.COUNT, false, List.of(new Literal("c"))))),
                new Literal(" }} {d")))),
                MessageTemplate
                    .read("a {{ unit | upper|raw }}{{! no }}{{#tail}} b{{^count}}c{{/count}}{{/tail}} }} {d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"a {{unit~2~\"{{\" has no \"}}\" behind it",
            "{{}}~0~a field is missing between the braces",
            "{{unitt}}~0~there is no field \"unitt\"; did you mean \"unit\"?",
            "{{unit|uper}}~0~there is no filter \"uper\"; did you mean \"upper\"?",
            "x{{#tail}}y~1~\"tail\" is opened and never closed", "{{/tail}}~0~\"tail\" is closed and was not opened",
            "{{#tail}}{{#unit}}{{/tail}}~18~\"tail\" is closed while \"unit\" is open"})
    void whatIsWrongIsSaidWithItsPlace(String text, int offset, String reason) {
        Reading.Bad<?> bad = assertInstanceOf(Reading.Bad.class, MessageTemplate.read(text));
        assertEquals(offset + " " + reason, bad.offset() + " " + bad.reason());
    }

    @Test
    void noTextBreaksTheReader() {
        Random random = new Random(7);
        String[] pieces = {"{{", "}}", "#", "/", "^", "!", "|", "unit", "tail", "upper", " ", "\n", "😀", "{", "}"};
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertTrue(switch (MessageTemplate.read(text.toString())) {
                case Reading.Good<MessageTemplate> _ -> true;
                case Reading.Bad<MessageTemplate> bad -> bad.offset() <= text.length();
            }, text.toString());
        }
    }

    @Test
    void aBadTemplateIsAProblemOfTheConfiguration() {
        String text = """
                [[notifier]]
                id = "n"
                type = "ntfy"
                topic = "t"
                template_path = "t.txt"
                [tasks.a]
                run = "true"
                """;
        String problems = Loading.in(folder).with("t.txt", "one\ntwo {{nope}}\n").load(text).errors().toString();
        assertTrue(problems.contains("t.txt) line 2: there is no field \"nope\""), problems);
        problems = Loading.in(folder).with("t.txt", "x".repeat(70_000)).load(text).errors().toString();
        assertTrue(problems.contains("has more than 64 KiB"), problems);
        assertEquals(List.of(), Loading.in(folder).with("t.txt", "{{unit}}").load(text).errors());
    }
}
