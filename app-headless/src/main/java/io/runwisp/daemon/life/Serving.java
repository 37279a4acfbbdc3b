package io.runwisp.daemon.life;

import io.runwisp.api.reload.Reloader;
import io.runwisp.daemon.boot.Held;
import io.runwisp.engine.EngineMessage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** An engine behind its port. */
final class Serving implements Held {

    private final Machinery machinery;
    private final ApiWiring api;
    private final Listeners listeners;
    private final AtomicBoolean ending;
    private final Notices notices;
    private final Thread farewell;

    /** @param ending becomes true when it is about to end */
    Serving(Machinery machinery, ApiWiring api, Listeners listeners, AtomicBoolean ending, Notices notices) {
        this.machinery = machinery;
        this.api = api;
        this.listeners = listeners;
        this.ending = ending;
        this.notices = notices;
        this.farewell = Thread.ofVirtual().name("runwisp-farewell").unstarted(this::silence);
    }

    /** Lets everything end; asked again, at once. Neither the clients nor the engine wait for the other. */
    void end() {
        if (!ending.getAndSet(true)) {
            farewell.start();
            notices.stopping();
        }
        machinery.tell(new EngineMessage.Shutdown());
    }

    /** Completes when the engine and all that it has started have ended. */
    CompletableFuture<Void> finished() {
        return machinery.finished();
    }

    /** What takes the configuration anew. */
    Reloader reloader() {
        return api.reloader();
    }

    /** What can be asked of it. */
    ApiWiring api() {
        return api;
    }

    /** Where it listens. */
    int port() {
        return listeners.api().port();
    }

    private synchronized void silence() {
        api.room().close();
        listeners.close();
    }

    /** Ends the threads of the processes; what still runs goes on. */
    @Override
    public void close() {
        silence();
        notices.close();
        machinery.close();
    }
}
