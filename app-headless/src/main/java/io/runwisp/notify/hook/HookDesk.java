package io.runwisp.notify.hook;

import io.runwisp.config.Config;
import io.runwisp.engine.EngineEffect.Narrate;
import io.runwisp.model.EventKind;
import io.runwisp.process.CommandRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The hooks that are in force. Any thread may hand in an event; nobody waits. */
public final class HookDesk {

    /** For how long the processes of hooks that are cut off are waited for. */
    private static final Duration LAST_KILL = Duration.ofSeconds(2);

    private final CommandRunner commands;
    private final Consumer<Narrate> log;
    private volatile List<HookQueue> queues = List.of();

    /** @param log the log of the daemon */
    public HookDesk(Config config, CommandRunner commands, Consumer<Narrate> log) {
        this.commands = commands;
        this.log = log;
        follow(config);
    }

    /** From now on the hooks of this configuration are run. What waits for one that is unchanged goes on waiting; what waits for others is still done. */
    public synchronized void follow(Config config) {
        Map<Hook, HookQueue> known = new HashMap<>();
        queues.forEach(queue -> known.put(queue.hook(), queue));
        List<HookQueue> next = new ArrayList<>();
        for (int i = 0; i < config.hooks().size(); i++) {
            Hook hook = Hook.of(i + 1, config.hooks().get(i));
            HookQueue same = known.get(hook);
            next.add(same == null ? new HookQueue(hook, commands, log) : same);
        }
        queues = List.copyOf(next);
    }

    /** Whether there is one for such an event. */
    public boolean wants(Set<EventKind> kinds, @Nullable String unit) {
        for (HookQueue queue : queues) {
            if (queue.hook().wants(kinds, unit)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Something has happened.
     *
     * @param kinds all that it may be called in the configuration
     */
    public void happened(HookEvent event, Set<EventKind> kinds) {
        for (HookQueue queue : queues) {
            if (queue.hook().wants(kinds, event.unit())) {
                queue.line().offer(event);
            }
        }
    }

    /** Lets them finish, all together within a time, and ends. */
    public void close(Duration longest) throws InterruptedException {
        Duration left = longest;
        for (HookQueue queue : queues) {
            left = queue.line().drain(left);
        }
        queues.forEach(HookQueue::close);
        left = LAST_KILL;
        for (HookQueue queue : queues) {
            left = queue.line().drain(left);
        }
    }
}
