package io.runwisp.process;

import java.util.List;

/** What a loop sleeps on. Everything but {@link #wake} belongs to one thread. */
interface Waiter extends AutoCloseable {

    /** What there is to do, after at most so many milliseconds; a negative number waits for as long as it takes. */
    List<Runnable> await(int millis);

    /** Ends the present wait, or the next. Any thread may call it. */
    void wake();

    @Override
    void close();
}
