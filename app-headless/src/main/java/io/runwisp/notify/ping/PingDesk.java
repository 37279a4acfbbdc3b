package io.runwisp.notify.ping;

import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.config.language.UnitKeys;
import io.runwisp.engine.EngineEffect.Narrate;
import io.runwisp.engine.EngineEffect.Narrate.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The monitors of all units. Any thread may hand in a ping; nobody waits. */
public final class PingDesk {

    /** A ping of another life that is older than this would tell a monitor nothing about now. */
    static final Duration OLDEST = Duration.ofHours(24);

    private final Monitor monitor;
    private final Consumer<Narrate> log;
    private final Runnable moved;
    private final Map<String, PingQueue> queues = new LinkedHashMap<>();
    private volatile Map<String, String> addresses;

    /**
     * A desk with nothing on it.
     *
     * @param moved told when what waits is another
     */
    public PingDesk(Config config, Monitor monitor, Consumer<Narrate> log, Runnable moved) {
        this.monitor = monitor;
        this.log = log;
        this.moved = moved;
        this.addresses = addresses(config);
    }

    /** From now on the addresses of this configuration hold, also for what waits. */
    public void follow(Config config) {
        addresses = addresses(config);
    }

    private static Map<String, String> addresses(Config config) {
        Map<String, String> found = new HashMap<>();
        for (Unit unit : config.units().values()) {
            String address = unit.get(UnitKeys.PING);
            if (address != null) {
                found.put(unit.name(), address);
            }
        }
        return Map.copyOf(found);
    }

    /** Whether a unit has a monitor. */
    public boolean wants(String unit) {
        return addresses.containsKey(unit);
    }

    /** Sends a ping when those before it are sent. */
    public void send(Ping ping) {
        queue(ping.unit()).line().offer(ping);
    }

    /** Sends what another life did not. */
    public void restore(List<Ping> pings, Instant now) {
        pings.stream().filter(ping -> ping.at().isAfter(now.minus(OLDEST)) && wants(ping.unit())).forEach(this::send);
    }

    private synchronized PingQueue queue(String unit) {
        return queues.computeIfAbsent(unit, name -> new PingQueue(name, new Addressed()));
    }

    private synchronized List<PingQueue> all() {
        return List.copyOf(queues.values());
    }

    /** What was not taken yet, for another life. */
    public List<Ping> waiting() {
        List<Ping> waiting = new ArrayList<>();
        all().forEach(queue -> waiting.addAll(queue.line().waiting()));
        return waiting;
    }

    /** Lets what waits be sent, for a while, and ends. */
    public void close(Duration longest) throws InterruptedException {
        Duration left = longest;
        for (PingQueue queue : all()) {
            left = queue.line().drain(left);
        }
        all().forEach(queue -> queue.line().close());
    }

    /** Where a ping goes: the word is put behind the path, in front of a query. */
    static URI address(String base, Ping.Signal signal) {
        int query = base.indexOf('?');
        String path = query < 0 ? base : base.substring(0, query);
        String rest = query < 0 ? "" : base.substring(query);
        String bare = path.endsWith("/") && !signal.suffix().isEmpty() ? path.substring(0, path.length() - 1) : path;
        return URI.create(bare + signal.suffix() + rest);
    }

    private final class Addressed implements PingQueue.Ways {

        @Override
        public @Nullable URI address(Ping ping) {
            String base = addresses.get(ping.unit());
            return base == null ? null : PingDesk.address(base, ping.signal());
        }

        @Override
        public Function<URI, Monitor.Answer> posting(Ping ping) {
            return address -> monitor.post(address, ping.body());
        }

        @Override
        public void say(String text) {
            log.accept(new Narrate(Level.WARN, text));
        }

        @Override
        public void moved() {
            moved.run();
        }
    }
}
