package io.runwisp.api.ground;

import io.runwisp.client.ApiProblem;
import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.engine.EngineMessage;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Asks the engine and waits for its answer, within a bound.
 *
 * @param engine takes a question that is given its ticket
 */
public record EngineDoor(Function<LongFunction<EngineMessage.Request>, CompletableFuture<CommandResult>> engine) {

    /** How long an answer may take. */
    public static final Duration LONGEST = Duration.ofSeconds(15);

    /** Asks, and does not wait. */
    public CompletableFuture<CommandResult> knock(LongFunction<EngineMessage.Request> question) {
        return engine.apply(question);
    }

    /**
     * Asks, and waits.
     *
     * @throws ApiProblem {@code engine_stuck} when no answer comes in time
     */
    public CommandResult ask(LongFunction<EngineMessage.Request> question) {
        return await(knock(question));
    }

    /** Waits for an answer; see {@link #ask}. */
    public static CommandResult await(CompletableFuture<CommandResult> answer) {
        try {
            return answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw stuck("has not answered within " + LONGEST.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stuck("was asked by somebody who no longer waits");
        } catch (ExecutionException e) {
            // It is only ever completed with an answer.
            throw new IllegalStateException(e);
        }
    }

    private static ApiProblem stuck(String why) {
        return new ApiProblem(Problem.of(ProblemCode.ENGINE_STUCK, "The engine " + why
                + "; what was asked for may still be done. Look at the runs, and at the log of the daemon."));
    }
}
