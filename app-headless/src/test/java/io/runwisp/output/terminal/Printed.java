package io.runwisp.output.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes in the notation of the tests: {@code \n \r \t \b \0 \e \\} and {@code \xNN}, everything else as UTF-8. */
final class Printed {

    private Printed() {
    }

    static byte[] bytes(String notation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < notation.length()) {
            int point = notation.codePointAt(i);
            i += Character.charCount(point);
            if (point != '\\') {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            char kind = notation.charAt(i++);
            if (kind == 'x') {
                bytes.write(Integer.parseInt(notation.substring(i, i + 2), 16));
                i += 2;
            } else {
                bytes.write(switch (kind) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case 'b' -> '\b';
                    case '0' -> 0;
                    case 'e' -> 0x1B;
                    default -> kind;
                });
            }
        }
        return bytes.toByteArray();
    }

    /** The lines of a notation, parted by a character. */
    static List<String> lines(String notation, char separator) {
        // Colours have semicolons of their own: only those outside of a sequence part lines.
        StringBuilder text = new StringBuilder(new String(bytes(notation), StandardCharsets.UTF_8));
        boolean sequence = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0x1B) {
                sequence = true;
            } else if (sequence && c == 'm') {
                sequence = false;
            } else if (!sequence && c == separator) {
                text.setCharAt(i, '\n');
            }
        }
        return List.of(text.toString().split("\n", -1));
    }
}
