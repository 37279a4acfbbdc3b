package io.runwisp.notify.channel;

/** How a provider wants text that is to be shown as it is: character by character, so that a text can be cut between any two of them. */
enum Escape {
    /** Nothing is special. */
    NONE {
        @Override
        String of(int codePoint) {
            return Character.toString(codePoint);
        }
    },
    /** The three control characters of Slack. */
    SLACK {
        @Override
        String of(int codePoint) {
            return switch (codePoint) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> Character.toString(codePoint);
            };
        }
    },
    /** HTML, inside of attributes too. */
    HTML {
        @Override
        String of(int codePoint) {
            return switch (codePoint) {
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> SLACK.of(codePoint);
            };
        }
    },
    /** The Markdown of Discord: a backslash in front of any punctuation is not shown. */
    DISCORD {
        @Override
        String of(int codePoint) {
            return escaped("\\*_~`|<>#[]()", codePoint);
        }
    },
    /** MarkdownV2 of Telegram. */
    TELEGRAM {
        @Override
        String of(int codePoint) {
            return escaped("\\_*[]()~`>#+-=|{}.!", codePoint);
        }
    },
    /** The inside of a JSON string. */
    JSON {
        @Override
        String of(int codePoint) {
            return switch (codePoint) {
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                case '\n' -> "\\n";
                case '\t' -> "\\t";
                default -> codePoint < ' ' ? String.format("\\u%04x", codePoint) : Character.toString(codePoint);
            };
        }
    };

    abstract String of(int codePoint);

    /** A whole text. */
    String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> escaped.append(of(codePoint)));
        return escaped.toString();
    }

    private static String escaped(String special, int codePoint) {
        return special.indexOf(codePoint) >= 0 ? "\\" + (char) codePoint : Character.toString(codePoint);
    }
}
