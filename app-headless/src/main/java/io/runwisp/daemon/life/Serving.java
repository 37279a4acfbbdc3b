package io.runwisp.daemon.life;

import io.runwisp.daemon.boot.Held;

/** A daemon that works, and what people reach of it. Giving it back ends the door first. */
record Serving(Machinery machinery, FrontDoor door) implements Held {

    @Override
    public void close() {
        try (machinery) {
            door.close();
        }
    }
}
