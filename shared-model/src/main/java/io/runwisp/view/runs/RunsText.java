package io.runwisp.view.runs;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which runs are wanted, as a text: the query of an address, or words that can be typed. */
public final class RunsText {

    /** What is longer was not typed by anybody. */
    private static final int LONGEST = 2000;

    private RunsText() {
    }

    /**
     * What was read.
     *
     * @param problems what could not be read, and what was expected; it is left out
     */
    public record Read(RunsWanted wanted, List<String> problems) {

        public Read {
            problems = List.copyOf(problems);
        }
    }

    /** As the query of an address: {@code status=failed&exit=%3E100}. Empty for everything. */
    public static String address(RunsWanted wanted) {
        List<String> parts = new ArrayList<>();
        for (Wish wish : Wish.values()) {
            String value = wish.of(wanted);
            if (value != null) {
                parts.add(wish.word() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return String.join("&", parts);
    }

    /** As words: {@code status:failed exit:>100 nightly}. Empty for everything. */
    public static String words(RunsWanted wanted) {
        List<String> parts = new ArrayList<>();
        for (Wish wish : Wish.values()) {
            String value = wish.of(wanted);
            if (value != null) {
                parts.add(wish == Wish.SEARCH ? plain(value) : wish.word() + ":" + quoted(value));
            }
        }
        return String.join(" ", parts);
    }

    /** Reads the query of an address. Keys of others are left alone. */
    public static Read ofAddress(String query) {
        Collected collected = new Collected();
        for (String part : cut(query, collected).split("&", -1)) {
            int sign = part.indexOf('=');
            if (sign < 0) {
                continue;
            }
            try {
                String value = URLDecoder.decode(part.substring(sign + 1), StandardCharsets.UTF_8);
                Wish.ofWord(part.substring(0, sign)).ifPresent(wish -> collected.add(wish, value));
            } catch (IllegalArgumentException _) {
                collected.problems.add(part + ": not a value of an address");
            }
        }
        return collected.read();
    }

    /** Reads words. What is not a key and a value is searched for. */
    public static Read ofWords(String typed) {
        Collected collected = new Collected();
        List<String> searched = new ArrayList<>();
        for (Token token : Token.all(cut(typed, collected))) {
            int colon = token.keyEnd();
            Optional<Wish> wish = colon < 0 ? Optional.empty() : Wish.ofWord(token.text().substring(0, colon));
            if (wish.isPresent()) {
                collected.add(wish.get(), token.text().substring(colon + 1));
            } else {
                searched.add(token.text());
            }
        }
        if (!searched.isEmpty()) {
            collected.add(Wish.SEARCH, String.join(" ", searched));
        }
        return collected.read();
    }

    private static String cut(String text, Collected collected) {
        if (text.length() <= LONGEST) {
            return text;
        }
        collected.problems.add("only the first " + LONGEST + " characters were read");
        return text.substring(0, LONGEST);
    }

    private static String plain(String value) {
        return value.contains(":") || !value.strip().equals(value) || value.contains("  ") ? quotes(value) : value;
    }

    private static String quoted(String value) {
        return value.isEmpty() || value.contains(" ") ? quotes(value) : value;
    }

    private static String quotes(String value) {
        return '"' + value + '"';
    }

    /**
     * A word that was typed, without its quotes.
     *
     * @param keyEnd where the colon behind a key is, or -1
     */
    private record Token(String text, int keyEnd) {

        static List<Token> all(String typed) {
            List<Token> tokens = new ArrayList<>();
            StringBuilder word = new StringBuilder();
            int colon = -1;
            boolean quoted = false;
            boolean begun = false;
            for (int i = 0; i < typed.length(); i++) {
                char letter = typed.charAt(i);
                if (letter == '"') {
                    quoted = !quoted;
                    begun = true;
                } else if (letter <= ' ' && !quoted) {
                    if (begun) {
                        tokens.add(new Token(word.toString(), colon));
                    }
                    word.setLength(0);
                    colon = -1;
                    begun = false;
                } else {
                    colon = letter == ':' && !quoted && colon < 0 ? word.length() : colon;
                    word.append(letter);
                    begun = true;
                }
            }
            if (begun) {
                tokens.add(new Token(word.toString(), colon));
            }
            return tokens;
        }
    }

    private static final class Collected {

        private final List<String> problems = new ArrayList<>();
        private RunsWanted wanted = RunsWanted.ALL;

        void add(Wish wish, @Nullable String value) {
            if (value == null || value.isBlank()) {
                return;
            }
            wish.with(wanted, value)
                .ifPresentOrElse(read -> wanted = read,
                        () -> problems.add(wish.word() + ": \"" + value + "\" is not known; expected "
                                + wish.expected()));
        }

        Read read() {
            if (wanted.exitIsWrong()) {
                problems.add("exit: \"" + wanted.exit() + "\" is ignored; " + ExitCodes.EXPECTED);
            }
            return new Read(wanted, problems);
        }
    }
}
