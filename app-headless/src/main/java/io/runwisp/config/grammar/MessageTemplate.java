package io.runwisp.config.grammar;

import io.runwisp.model.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The text of a notifier with places for values: <code>{{unit}}</code>, <code>{{sentence|upper|raw}}</code>, <code>{{#tail}}shown when there is
 * one{{/tail}}</code>, <code>{{^tail}}shown when there is none{{/tail}}</code>, <code>{{! a remark}}</code>. There is no logic beyond that.
 */
public record MessageTemplate(List<Part> parts) {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    public MessageTemplate {
        parts = List.copyOf(parts);
    }

    /** A piece of it. */
    public sealed interface Part {
    }

    /** Text that is shown as it is. */
    public record Literal(String text) implements Part {
    }

    /** A place for a value. */
    public record Value(MessageField field, List<MessageFilter> filters) implements Part {

        public Value {
            filters = List.copyOf(filters);
        }
    }

    /**
     * What is shown depending on a value.
     *
     * @param present whether it is shown when the value is there, or when it is not
     */
    public record Section(MessageField field, boolean present, List<Part> parts) implements Part {

        public Section {
            parts = List.copyOf(parts);
        }
    }

    /** Reads one. */
    public static Reading<MessageTemplate> read(String text) {
        return new Reader(text).read();
    }

    private record Open(MessageField field, boolean present, int offset, List<Part> parts) {
    }

    private static final class Reader {

        private final String text;
        private final Deque<Open> open = new ArrayDeque<>();
        private List<Part> parts = new ArrayList<>();

        Reader(String text) {
            this.text = text;
        }

        Reading<MessageTemplate> read() {
            int at = 0;
            for (int tag = text.indexOf(OPEN); tag >= 0; tag = text.indexOf(OPEN, at)) {
                literal(at, tag);
                int end = text.indexOf(CLOSE, tag);
                if (end < 0) {
                    return Reading.bad(tag, OPEN.length(), "\"{{\" has no \"}}\" behind it");
                }
                at = end + CLOSE.length();
                Optional<String> fault = tag(text.substring(tag + OPEN.length(), end).strip(), tag);
                if (fault.isPresent()) {
                    return Reading.bad(tag, at - tag, fault.get());
                }
            }
            literal(at, text.length());
            if (!open.isEmpty()) {
                Open last = open.pop();
                return Reading.bad(last.offset(), OPEN.length(),
                        "\"" + last.field().word() + "\" is opened and never closed");
            }
            return Reading.good(new MessageTemplate(parts));
        }

        private void literal(int from, int to) {
            if (to > from) {
                parts.add(new Literal(text.substring(from, to)));
            }
        }

        private Optional<String> tag(String tag, int offset) {
            if (tag.isEmpty()) {
                return Optional.of("a field is missing between the braces");
            }
            return switch (tag.charAt(0)) {
                case '!' -> Optional.empty();
                case '#', '^' -> named(tag.substring(1).strip(), field -> {
                    open.push(new Open(field, tag.charAt(0) == '#', offset, parts));
                    parts = new ArrayList<>();
                    return Optional.empty();
                });
                case '/' -> named(tag.substring(1).strip(), this::close);
                default -> value(tag);
            };
        }

        private Optional<String> close(MessageField field) {
            if (open.isEmpty() || open.element().field() != field) {
                return Optional.of(open.isEmpty()
                        ? "\"" + field.word() + "\" is closed and was not opened"
                        : "\"" + field.word() + "\" is closed while \"" + open.element().field().word() + "\" is open");
            }
            Open section = open.pop();
            List<Part> inside = parts;
            parts = section.parts();
            parts.add(new Section(field, section.present(), inside));
            return Optional.empty();
        }

        private Optional<String> value(String tag) {
            String[] words = tag.split("\\|", -1);
            return named(words[0].strip(), field -> {
                List<MessageFilter> filters = new ArrayList<>();
                for (String word : Arrays.asList(words).subList(1, words.length)) {
                    Optional<MessageFilter> filter = Word.find(MessageFilter.values(), word.strip());
                    if (filter.isEmpty()) {
                        return Optional.of(unknown("filter", word.strip(), MessageFilter.values()));
                    }
                    filters.add(filter.get());
                }
                parts.add(new Value(field, filters));
                return Optional.empty();
            });
        }

        private interface Use {

            Optional<String> of(MessageField field);
        }

        private static Optional<String> named(String name, Use use) {
            Optional<MessageField> field = Word.find(MessageField.values(), name);
            return field.isPresent() ? use.of(field.get()) : Optional.of(unknown("field", name, MessageField.values()));
        }

        private static String unknown(String what, String word, Word[] known) {
            List<String> words = Arrays.stream(known).map(Word::word).toList();
            return "there is no " + what + " \"" + word + "\"" + NearestName.in(words, word)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("; there are: " + String.join(", ", words));
        }
    }
}
