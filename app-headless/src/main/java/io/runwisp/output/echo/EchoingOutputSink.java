package io.runwisp.output.echo;

import io.runwisp.engine.OutputSink;
import io.runwisp.output.terminal.RedactedBytes;
import io.runwisp.output.terminal.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A sink whose logs also hand on what they take, each source to its own stream. */
public final class EchoingOutputSink implements OutputSink {

    private final OutputSink logs;
    private final OutputStream out;
    private final OutputStream err;

    /** Echoes what goes into these logs. The streams stay open; they are not to be buffered. */
    public EchoingOutputSink(OutputSink logs, OutputStream out, OutputStream err) {
        this.logs = logs;
        this.out = out;
        this.err = err;
    }

    @Override
    public Opening open(Order order, Listener listener) {
        Opening opening = logs.open(order, listener);
        return opening instanceof Opened(Log log) ? new Opened(echoing(log, order)) : opening;
    }

    private Log echoing(Log log, Order order) {
        Redactor redactor = Redactor.of(order.secrets());
        return new EchoingLog(log, new RedactedBytes(redactor, new Reader(out)::take),
                new RedactedBytes(redactor, new Reader(err)::take));
    }

    /** Whoever reads a stream; once it has gone, nothing more is handed to it. */
    private static final class Reader {

        private final OutputStream stream;
        private boolean gone;

        Reader(OutputStream stream) {
            this.stream = stream;
        }

        void take(byte[] bytes, int length) {
            if (gone) {
                return;
            }
            try {
                stream.write(bytes, 0, length);
                stream.flush();
            } catch (IOException e) {
                // As in `runwisp exec report | head`: it had enough, and the run goes on for its log.
                gone = true;
            }
        }
    }

    private record EchoingLog(Log log, RedactedBytes out, RedactedBytes err) implements Log {

        @Override
        public String fileName() {
            return log.fileName();
        }

        @Override
        public void take(Source source, ByteBuffer chunk) {
            echo(source).take(chunk.duplicate());
            log.take(source, chunk);
        }

        @Override
        public void end(Source source) {
            echo(source).end();
            log.end(source);
        }

        @Override
        public void say(String text) {
            log.say(text);
        }

        @Override
        public Totals finish() {
            out.end();
            err.end();
            return log.finish();
        }

        private RedactedBytes echo(Source source) {
            return source == Source.STDOUT ? out : err;
        }
    }
}
