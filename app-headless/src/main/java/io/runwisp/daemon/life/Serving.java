package io.runwisp.daemon.life;

import io.runwisp.api.reload.Reloader;
import io.runwisp.api.sse.StreamRoom;
import io.runwisp.daemon.boot.Held;
import io.runwisp.engine.EngineMessage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** An engine behind its port. */
final class Serving implements Held {

    private final Machinery machinery;
    private final Reloader reloader;
    private final StreamRoom streams;
    private final Listeners listeners;
    private final AtomicBoolean ending;
    private final Thread farewell;

    /** @param ending becomes true when it is about to end */
    Serving(Machinery machinery, Reloader reloader, StreamRoom streams, Listeners listeners, AtomicBoolean ending) {
        this.machinery = machinery;
        this.reloader = reloader;
        this.streams = streams;
        this.listeners = listeners;
        this.ending = ending;
        this.farewell = Thread.ofVirtual().name("runwisp-farewell").unstarted(this::silence);
    }

    /** Lets everything end; asked again, at once. Neither the clients nor the engine wait for the other. */
    void end() {
        if (!ending.getAndSet(true)) {
            farewell.start();
        }
        machinery.tell(new EngineMessage.Shutdown());
    }

    /** Completes when the engine and all that it has started have ended. */
    CompletableFuture<Void> finished() {
        return machinery.finished();
    }

    /** What takes the configuration anew. */
    Reloader reloader() {
        return reloader;
    }

    /** Where it listens. */
    int port() {
        return listeners.api().port();
    }

    private synchronized void silence() {
        streams.close();
        listeners.close();
    }

    /** Ends the threads of the processes; what still runs goes on. */
    @Override
    public void close() {
        silence();
        machinery.close();
    }
}
