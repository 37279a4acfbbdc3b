package io.runwisp.time;

/** All clocks of one machine, read together. */
public interface Clocks {

    /** What they show now. */
    ClockReading read();
}
