package io.runwisp.client;

/** A stream that somebody listens to. It ends when it is closed, or by itself, which its listener hears. */
public interface Subscription extends AutoCloseable {

    /** Ends it. When this returns, the listener is not called any more, unless this is called by the listener itself. Closing twice does nothing. */
    @Override
    void close();
}
