package io.runwisp.daemon.life;

import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.engine.EngineMessage;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** What was asked of the engine and is not answered yet. May be used by any thread. */
final class Questions {

    private final AtomicLong tickets = new AtomicLong();
    private final Map<Long, CompletableFuture<CommandResult>> open = new ConcurrentHashMap<>();

    /** Asks; the answer completes on the engine thread, which whoever waits for it must not hold up. */
    CompletableFuture<CommandResult> ask(Consumer<EngineMessage> engine, LongFunction<EngineMessage.Request> question) {
        long ticket = tickets.incrementAndGet();
        CompletableFuture<CommandResult> answer = new CompletableFuture<>();
        open.put(ticket, answer);
        engine.accept(question.apply(ticket));
        return answer;
    }

    void answer(EngineEffect.Answer answer) {
        CompletableFuture<CommandResult> waiting = open.remove(answer.ticket());
        if (waiting != null) {
            waiting.complete(answer.result());
        }
    }
}
