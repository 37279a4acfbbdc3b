package io.runwisp.api.local;

import io.runwisp.api.foresight.LocalForesight;
import io.runwisp.api.ground.ConfigInForce;
import io.runwisp.api.ground.EngineDoor;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.UnitOperations;
import io.runwisp.client.UpcomingQuery;
import io.runwisp.config.Config;
import io.runwisp.config.Unit;
import io.runwisp.engine.EngineEffect.Accepted;
import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.engine.EngineEffect.Reason;
import io.runwisp.engine.EngineEffect.Rejected;
import io.runwisp.engine.EngineEffect.Triggered;
import io.runwisp.engine.EngineEffect.UnitsSeen;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.EngineMessage.Request;
import io.runwisp.engine.UnitPicture;
import io.runwisp.model.Trigger;
import io.runwisp.model.UnitKind;
import io.runwisp.store.RunQueries;
import io.runwisp.time.WallClock;
import io.runwisp.wire.Message;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.run.Run;
import io.runwisp.wire.run.TriggerRequest;
import io.runwisp.wire.unit.TaskResponse;
import io.runwisp.wire.unit.Upcoming;
import io.runwisp.wire.unit.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Tasks and services, answered in this process: the configuration says what they are, the engine what they do. */
public final class LocalUnits implements UnitOperations {

    private final ConfigInForce config;
    private final EngineDoor engine;
    private final RunQueries runs;
    private final LastLives lives;
    private final LocalForesight foresight;
    private final WallClock clock;

    /**
     * Answers from these.
     *
     * @param foresight answers what lies ahead, and why
     */
    public LocalUnits(ConfigInForce config, EngineDoor engine, RunQueries runs, LocalForesight foresight,
            WallClock clock) {
        this.config = config;
        this.engine = engine;
        this.runs = runs;
        this.lives = new LastLives(runs);
        this.foresight = foresight;
        this.clock = clock;
    }

    @Override
    public List<TaskResponse> tasks() {
        return seen(null);
    }

    /** A unit as it is now; null when there is none of this name. */
    public @Nullable TaskResponse find(String unit) {
        List<TaskResponse> found = config.config().units().containsKey(unit) ? seen(unit) : List.of();
        return found.isEmpty() ? null : found.getFirst();
    }

    private List<TaskResponse> seen(@Nullable String only) {
        if (!(engine.ask(ticket -> new EngineMessage.SeeUnits(ticket, only)) instanceof UnitsSeen(var pictures))) {
            throw problem(ProblemCode.STOPPING, "The daemon is about to end, or has just begun: ask again.");
        }
        Map<String, Run> newest = new HashMap<>();
        runs.newestOf(pictures.stream().map(picture -> picture.definition().name()).toList())
            .forEach(run -> newest.put(run.taskName(), Run.of(run)));
        Config known = config.config();
        Map<String, Unit> units = known.units();
        Instant now = clock.now();
        List<TaskResponse> answers = new ArrayList<>();
        for (UnitPicture picture : pictures) {
            // During a reload the engine may know one that the configuration has not yet, or no more.
            Unit unit = units.get(picture.definition().name());
            if (unit != null && unit.kind() == picture.definition().kind()) {
                answers.add(UnitAnswers.of(unit, picture, newest.get(unit.name()),
                        unit.kind() == UnitKind.SERVICE ? lives.of(unit.name(), known) : Map.of(), now));
            }
        }
        answers.sort(Comparator.comparing(TaskResponse::name));
        return answers;
    }

    @Override
    public Run trigger(String task, TriggerRequest request, @Nullable Duration wait) {
        return trigger(task, Trigger.API, request, wait);
    }

    /** The same for whoever asks in another way than by hand. */
    public Run trigger(String task, Trigger by, TriggerRequest request, @Nullable Duration wait) {
        CommandResult result = engine
            .ask(ticket -> new EngineMessage.TriggerTask(ticket, task, by, request.params()));
        return switch (result) {
            case Triggered(var run) when wait == null || run.end() != null -> Run.of(run);
            case Triggered(var run) -> awaited(run, wait);
            case Rejected(var reason, var text) -> throw refused(reason, ProblemCode.NOT_A_TASK, text);
            case CommandResult other -> throw new IllegalStateException("a trigger was answered by " + other);
        };
    }

    private Run awaited(io.runwisp.model.Run run, Duration wait) {
        CompletableFuture<CommandResult> over = engine
            .knock(ticket -> new EngineMessage.AwaitRun(ticket, run.id()));
        try {
            over.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The row as it is then is the answer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return runs.find(run.id()).map(Run::of).orElseGet(() -> Run.of(run));
    }

    @Override
    public Message start(String service) {
        return start(service, Trigger.API);
    }

    /** The same for whoever asks in another way than by hand. */
    public Message start(String service, Trigger by) {
        return told(ProblemCode.NOT_A_SERVICE, ticket -> new EngineMessage.StartService(ticket, service, by));
    }

    @Override
    public Message restart(String service) {
        return restart(service, Trigger.API);
    }

    /** The same for whoever asks in another way than by hand. */
    public Message restart(String service, Trigger by) {
        return told(ProblemCode.NOT_A_SERVICE, ticket -> new EngineMessage.RestartService(ticket, service, by));
    }

    @Override
    public Message stop(String unit) {
        return told(ProblemCode.NOT_NOW, ticket -> new EngineMessage.StopUnit(ticket, unit));
    }

    @Override
    public Message pause(String task) {
        return told(ProblemCode.NOT_A_TASK, ticket -> new EngineMessage.PauseTask(ticket, task));
    }

    @Override
    public Message resume(String task) {
        return told(ProblemCode.NOT_A_TASK, ticket -> new EngineMessage.ResumeTask(ticket, task));
    }

    @Override
    public Why why(String unit, @Nullable Instant at) {
        return foresight.why(unit, at);
    }

    @Override
    public Upcoming upcoming(UpcomingQuery query) {
        return foresight.upcoming(query);
    }

    private Message told(ProblemCode otherKind, LongFunction<Request> question) {
        return switch (engine.ask(question)) {
            case Accepted(var text) -> new Message(text);
            case Rejected(var reason, var text) -> throw refused(reason, otherKind, text);
            case CommandResult other -> throw new IllegalStateException("a command was answered by " + other);
        };
    }

    private static ApiProblem refused(Reason reason, ProblemCode otherKind, String text) {
        return problem(switch (reason) {
            case UNKNOWN -> ProblemCode.UNIT_UNKNOWN;
            case WRONG_KIND -> otherKind;
            case FORBIDDEN -> ProblemCode.API_TRIGGER_OFF;
            case BAD_PARAMS -> ProblemCode.BAD_PARAMETERS;
            case NOT_NOW -> ProblemCode.NOT_NOW;
            case STALLED -> ProblemCode.JOURNAL_STALLED;
            case STOPPING -> ProblemCode.STOPPING;
        }, text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".");
    }

    private static ApiProblem problem(ProblemCode code, String text) {
        return new ApiProblem(Problem.of(code, text));
    }
}
