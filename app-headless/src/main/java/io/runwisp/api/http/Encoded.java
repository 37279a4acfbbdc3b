package io.runwisp.api.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts with per cent signs, as they stand in addresses. */
final class Encoded {

    private static final int HEX = 16;

    private Encoded() {
    }

    /**
     * What is meant, or nothing when it is not written well.
     *
     * @param plus whether a plus stands for a space, as it does in queries
     */
    static Optional<String> read(String text, boolean plus) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return Optional.of(text);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), HEX) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), HEX) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * HEX + low);
                i += 2;
            } else if (next == '+' && plus) {
                bytes.write(' ');
            } else {
                bytes.writeBytes(String.valueOf(next).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return Optional
                .of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
