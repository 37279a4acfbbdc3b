package io.runwisp.cli.remote;

/** What a daemon says begins in lower case and has no stop, because it often stands within a sentence; alone it is one. */
final class Sentence {

    private Sentence() {
    }

    static String of(String said) {
        if (said.isEmpty()) {
            return said;
        }
        int first = said.codePointAt(0);
        String capital = Character.toString(Character.toUpperCase(first)) + said.substring(Character.charCount(first));
        char last = said.charAt(said.length() - 1);
        return last == '.' || last == '!' || last == '?' ? capital : capital + ".";
    }
}
