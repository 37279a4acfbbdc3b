package io.runwisp.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StandardStreamTest {

    @Test
    void writesThrough() {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        StandardStream stream = new StandardStream(target);
        stream.write('o');
        stream.write(new byte[]{'k'}, 0, 1);
        assertEquals("ok", target.toString(StandardCharsets.US_ASCII));
        assertNull(stream.failure());
    }

    @Test
    void remembersTheFirstFailureAndWritesNoMore() {
        int[] attempts = new int[1];
        StandardStream stream = new StandardStream(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                attempts[0]++;
                throw new IOException("No space left on device");
            }
        });
        stream.write('a');
        stream.write('b');
        assertEquals("No space left on device", Objects.requireNonNull(stream.failure()).getMessage());
        assertEquals(1, attempts[0]);
    }
}
