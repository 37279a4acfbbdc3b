package io.runwisp.engine;

import io.runwisp.config.grammar.Durations;
import io.runwisp.engine.EngineEffect.Narrate.Level;
import io.runwisp.model.EventKind;
import io.runwisp.model.StopCause;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ends everything: all at once, dependants before those that they depend on, under one ceiling. */
final class Shutdown {

    /** The ceiling may be reached. */
    record Key() {
    }

    /** How long the killed may take to go and the last rows to reach the disk, together. */
    static final Duration LAST_WAIT = Duration.ofSeconds(2);

    private enum Phase {
        NOT_ASKED, ENDING, KILLED, CLOSING, FINISHED
    }

    private final EngineTools tools;
    private final Services services;
    private Duration ceiling;
    private final Set<String> told = new HashSet<>();
    private Phase phase = Phase.NOT_ASKED;
    private long deadline = StopLadder.NEVER;

    Shutdown(EngineTools tools, Services services, Duration ceiling) {
        this.tools = tools;
        this.services = services;
        this.ceiling = ceiling;
    }

    /** Another ceiling, for an end that is still to come. */
    void ceiling(Duration other) {
        ceiling = other;
    }

    /** Everything is to end; asked again, at once. */
    void asked(Moment now) {
        switch (phase) {
            case NOT_ASKED -> begin(now);
            case ENDING -> kill("the second request to end came", now);
            case KILLED, CLOSING, FINISHED -> {
            }
        }
    }

    /** Time has passed. */
    void due(Moment now) {
        if (now.nanos() < deadline) {
            return;
        }
        if (phase == Phase.ENDING) {
            kill("the ceiling of " + Durations.show(ceiling) + " for the end of the daemon was reached", now);
        } else if (phase == Phase.KILLED || phase == Phase.CLOSING) {
            tools.outbox()
                .narrate(Level.ERROR, "not everything has ended or was recorded; the next start will find and "
                        + "record what is left");
            finish();
        }
    }

    /** Something has happened: somebody may be next, or everything may be over. */
    void check(Moment now) {
        if (phase == Phase.ENDING) {
            tellServices(now);
        }
        if ((phase == Phase.ENDING || phase == Phase.KILLED) && quiet()) {
            close(now);
        }
    }

    private void begin(Moment now) {
        phase = Phase.ENDING;
        tools.stop();
        services.stopWaiting();
        setDeadline(now.after(ceiling));
        tools.outbox().narrate(Level.INFO, "the daemon ends");
        tools.outbox()
            .write(List.of(tools.outbox().event(EventKind.DAEMON_STOPPING, now.wall(), "", "the daemon ends")));
        for (RunLife life : tools.runs().ofTasks()) {
            tools.runs()
                .tell(life.id(), StopOrders.of(StopCause.SHUTDOWN, life.rules(), StopOrders.why(StopCause.SHUTDOWN),
                        !tools.outbox().stalled()), now);
        }
    }

    private void tellServices(Moment now) {
        for (ServiceDesk desk : services.all()) {
            String name = desk.definition().name();
            boolean needed = services.all()
                .stream()
                .anyMatch(other -> other.definition().dependsOn().contains(name) && other.hasProcess());
            if (!needed && told.add(name)) {
                desk.tellAll(new ReplicaInput.Stop(StopCause.SHUTDOWN), now);
            }
        }
    }

    private void kill(String why, Moment now) {
        phase = Phase.KILLED;
        setDeadline(now.after(LAST_WAIT));
        for (RunLife life : tools.runs().all()) {
            if (life.hasProcess()) {
                tools.outbox()
                    .narrate(Level.WARN, life.run().taskName() + " (run " + life.id() + ") is killed: " + why);
                tools.runs().tell(life.id(), StopOrders.kill(life.rules(), "killed because " + why), now);
            }
        }
    }

    private boolean quiet() {
        return tools.outbox().unwritten() == 0 && tools.runs().all().stream().noneMatch(RunLife::hasProcess);
    }

    private void close(Moment now) {
        if (phase != Phase.KILLED) {
            setDeadline(now.after(LAST_WAIT));
        }
        phase = Phase.CLOSING;
        tools.outbox()
            .write(List.of(new RunJournalChange.CloseFact(FactKind.DAEMON_UP, "", now.wall()),
                    new RunJournalChange.OpenFact(FactKind.DAEMON_DOWN, "", now.wall(), "it was ended")),
                    new Outbox.Receipt() {
                        @Override
                        public void committed(Moment later) {
                            finish();
                        }

                        @Override
                        public void refused(String reason, Moment later) {
                            finish();
                        }
                    });
    }

    private void finish() {
        if (phase != Phase.FINISHED) {
            phase = Phase.FINISHED;
            setDeadline(StopLadder.NEVER);
            tools.outbox().add(new EngineEffect.Finished());
        }
    }

    private void setDeadline(long nanos) {
        deadline = nanos;
        tools.timers().set(new Key(), nanos);
    }
}
