package io.runwisp.engine;

import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.engine.definition.ServiceDefinition;
import io.runwisp.model.StopCause;
import io.runwisp.model.Trigger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All services, and who waits for whom. */
final class Services {

    /** It may be this service's turn to start. */
    record Key(String service) {
    }

    private record Waiting(Trigger trigger, long since) {
    }

    private static final Comparator<ServiceDefinition> BY_PRIORITY = Comparator
        .comparingInt(ServiceDefinition::priority)
        .thenComparing(ServiceDefinition::name);

    private final EngineTools tools;
    private final Map<String, ServiceDesk> desks = new TreeMap<>();
    private final Map<String, ServiceDesk> leaving = new TreeMap<>();
    private final Map<String, Waiting> waiting = new TreeMap<>();

    Services(EngineTools tools) {
        this.tools = tools;
    }

    void add(ServiceDefinition service) {
        desks.put(service.name(), new ServiceDesk(service, tools));
    }

    /** A service is new in the configuration. What is left of one with its name ends before it begins. */
    void join(ServiceDefinition service, Moment now) {
        ServiceDesk old = leaving.remove(service.name());
        if (old == null) {
            add(service);
        } else {
            desks.put(service.name(), old);
            old.become(service, now);
        }
        if (service.autostart()) {
            start(service.name(), Trigger.SERVICE, now);
        }
    }

    /** A service is in the configuration no more: it is stopped. */
    void leave(String service, Moment now) {
        tell(service, new ReplicaInput.Stop(StopCause.RELOAD), now);
        ServiceDesk desk = desks.remove(service);
        leaving.values().removeIf(ServiceDesk::idle);
        if (desk != null && !desk.idle()) {
            leaving.put(service, desk);
        }
    }

    @Nullable
    ServiceDesk find(String service) {
        return desks.get(service);
    }

    /** Whether it will be started as soon as those that it depends on are up. */
    boolean isWaiting(String service) {
        return waiting.containsKey(service);
    }

    List<ServiceDesk> all() {
        return List.copyOf(desks.values());
    }

    /** Starts those that start by themselves, lowest priority first. */
    void startAll(Moment now) {
        List<ServiceDefinition> order = desks.values()
            .stream()
            .map(ServiceDesk::definition)
            .filter(ServiceDefinition::autostart)
            .sorted(BY_PRIORITY)
            .toList();
        // All of them are on their way before the first one asks for the others.
        order.forEach(service -> waiting.put(service.name(), new Waiting(Trigger.SERVICE, now.nanos())));
        order.forEach(service -> check(service.name(), now));
    }

    /** Fills the empty places of a service, as soon as those that it depends on are up. */
    void start(String service, Trigger trigger, Moment now) {
        waiting.put(service, new Waiting(trigger, now.nanos()));
        check(service, now);
    }

    void stop(String service, Moment now) {
        tell(service, new ReplicaInput.Stop(StopCause.MANUAL), now);
    }

    void restart(String service, Moment now) {
        tell(service, new ReplicaInput.Restart(StopCause.RESTART), now);
    }

    /** It may be the turn of a service that waits. */
    void check(String service, Moment now) {
        Waiting wait = waiting.get(service);
        ServiceDesk desk = desks.get(service);
        if (wait == null || desk == null) {
            return;
        }
        Map<String, Dependencies.Standing> standings = new HashMap<>();
        desk.definition().dependsOn().forEach(other -> standings.put(other, standing(other, now)));
        switch (Dependencies.decide(standings, now.since(wait.since()))) {
            case Dependencies.Wait _ ->
                tools.timers().set(new Key(service), now.after(Dependencies.INTERVAL));
            case Dependencies.Go _ -> tell(service, new ReplicaInput.Start(wait.trigger()), now);
            case Dependencies.GoAnyway(var why) -> {
                tools.outbox().narrate(Level.WARN, "service " + service + " is started although " + why);
                tell(service, new ReplicaInput.Start(wait.trigger()), now);
            }
        }
    }

    /** Those that were held up may go on. */
    void resume(Moment now) {
        desks.values().forEach(desk -> desk.fill(now));
    }

    /** Nobody waits for anybody any more. */
    void stopWaiting() {
        waiting.keySet().forEach(service -> tools.timers().cancel(new Key(service)));
        waiting.clear();
    }

    private Dependencies.Standing standing(String service, Moment now) {
        ServiceDesk desk = desks.get(service);
        if (desk == null) {
            return Dependencies.Standing.ABSENT;
        }
        Dependencies.Standing standing = desk.standing(now);
        return standing == Dependencies.Standing.ABSENT && waiting.containsKey(service)
                ? Dependencies.Standing.COMING
                : standing;
    }

    private void tell(String service, ReplicaInput input, Moment now) {
        waiting.remove(service);
        tools.timers().cancel(new Key(service));
        ServiceDesk desk = desks.get(service);
        if (desk != null) {
            desk.tellAll(input, now);
        }
    }
}
