package io.runwisp.daemon.boot;

/** Something that a step took and that has to be given back: the lock, the database, the port. */
public interface Held extends AutoCloseable {

    /** Gives it back; the second time nothing happens. */
    @Override
    void close();
}
