package io.runwisp.live;

import io.runwisp.client.DaemonApi;
import io.runwisp.client.DaemonEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one thing true: what was fetched, and the events since. The thread of {@link LiveDaemon} owns it.
 *
 * @param <S> what is kept true
 */
final class Follower<S extends Followed<S>> {

    /** Who waits longer than this for an answer fetches again. */
    private static final int MOST_EVENTS = 10_000;

    private final Function<DaemonApi, S> question;
    private final Consumer<S> listener;
    private final List<DaemonEvent> since = new ArrayList<>();
    private @Nullable S state;
    private boolean fetching;
    private boolean outdated = true;
    private boolean changed;

    Follower(Function<DaemonApi, S> question, Consumer<S> listener) {
        this.question = question;
        this.listener = listener;
    }

    /** What to ask, if something is to be fetched and nobody is on the way. */
    @Nullable
    Function<DaemonApi, S> wanted() {
        if (fetching || !outdated) {
            return null;
        }
        fetching = true;
        outdated = false;
        since.clear();
        return question;
    }

    /** Whether it was fetched before. */
    boolean known() {
        return state != null;
    }

    /** Everything may have changed. */
    void doubt() {
        outdated = true;
    }

    void hear(DaemonEvent event) {
        S known = state;
        if (known != null) {
            S next = known.after(event);
            outdated |= known.outdatedBy(event);
            changed |= !next.equals(known);
            state = next;
        }
        if (fetching) {
            if (since.size() == MOST_EVENTS) {
                since.clear();
                outdated = true;
            }
            since.add(event);
        }
    }

    /** What was asked for. What events have told since is newer. */
    void fetched(S answer) {
        fetching = false;
        S known = answer;
        for (DaemonEvent event : since) {
            outdated |= known.outdatedBy(event);
            known = known.after(event);
        }
        since.clear();
        changed |= !known.equals(state);
        state = known;
    }

    /** It could not be fetched; it is still wanted. */
    void failed() {
        fetching = false;
        outdated = true;
        since.clear();
    }

    /** Tells what has changed. */
    void tell() {
        S known = state;
        if (changed && known != null) {
            changed = false;
            listener.accept(known);
        }
    }
}
