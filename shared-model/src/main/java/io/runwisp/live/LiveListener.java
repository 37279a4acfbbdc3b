package io.runwisp.live;

/** Hears what is so at a daemon. It is called by one thread at a time and must return soon. */
public interface LiveListener {

    /** How it stands with the connection. */
    void link(Link link);

    /** What is so. Of changes that come quickly one after the other, the last is told. */
    void picture(Picture picture);
}
