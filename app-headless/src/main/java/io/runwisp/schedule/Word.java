package io.runwisp.schedule;

import io.runwisp.config.grammar.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of the source that knows where it stands.
 *
 * @param text the characters
 * @param offset where they begin in the source
 */
record Word(String text, int offset) {

    /** The parts of a text between blanks. */
    static List<Word> split(String source) {
        List<Word> words = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i <= source.length(); i++) {
            boolean blank = i == source.length() || Character.isWhitespace(source.charAt(i));
            if (blank && begin >= 0) {
                words.add(new Word(source.substring(begin, i), begin));
                begin = -1;
            } else if (!blank && begin < 0) {
                begin = i;
            }
        }
        return words;
    }

    /** The part from {@code begin} up to {@code end}, both counted inside this word. */
    Word part(int begin, int end) {
        return new Word(text.substring(begin, end), offset + begin);
    }

    /** The part that a reader of this word points at; the last character when something is missing behind it. */
    Word at(Reading.Bad<?> bad) {
        int begin = Math.max(0, Math.min(bad.offset(), text.length() - 1));
        return part(begin, Math.min(begin + bad.length(), text.length()));
    }

    Word from(int begin) {
        return part(begin, text.length());
    }

    /** The parts between separators; two separators in a row have an empty part between them. */
    List<Word> parts(char separator) {
        List<Word> parts = new ArrayList<>();
        int begin = 0;
        for (int i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, begin)) {
            parts.add(part(begin, i));
            begin = i + 1;
        }
        parts.add(from(begin));
        return parts;
    }

    /** This word and everything up to the end of {@code last}. */
    Word through(Word last, String source) {
        return new Word(source.substring(offset, last.offset + last.text.length()), offset);
    }

    boolean isNumber() {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    boolean hasLetters() {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    String lowerCase() {
        return text.toLowerCase(Locale.ROOT);
    }

    ParseResult.Rejected rejected(String reason, String remedy) {
        return new ParseResult.Rejected(offset, text.length(), reason, remedy);
    }
}
