package io.runwisp.api.reload;

import io.runwisp.config.Config;
import io.runwisp.engine.EngineCore;
import io.runwisp.engine.EngineEffect;
import io.runwisp.engine.EngineEffect.CommandResult;
import io.runwisp.engine.EngineMessage;
import io.runwisp.engine.EngineRules;
import io.runwisp.engine.Moment;
import io.runwisp.engine.RunJournalSnapshot;
import io.runwisp.engine.definition.Definitions;
import io.runwisp.event.JsonEventText;
import io.runwisp.model.UlidSequence;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/** The core of an engine without processes, on a disk that writes at once. */
public final class CoreEngine {

    /** When everything happens. */
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final EngineCore core;
    private CompletableFuture<CommandResult> answer = new CompletableFuture<>();

    /** An engine that has begun with a configuration. */
    public CoreEngine(Config config) {
        core = new EngineCore(EngineRules.of(config), Definitions.of(config),
                new UlidSequence(NOW::toEpochMilli, new Random(1))::next, new JsonEventText());
        send(new EngineMessage.Begin(new RunJournalSnapshot(List.of(), List.of(), List.of(), List.of(), List.of(), 0),
                "boot"));
    }

    /** Asks it. */
    public CompletableFuture<CommandResult> ask(LongFunction<EngineMessage.Request> question) {
        answer = new CompletableFuture<>();
        send(question.apply(1));
        return answer;
    }

    /** Tells it something. */
    public void send(EngineMessage message) {
        Deque<EngineMessage> inbox = new ArrayDeque<>(List.of(message));
        while (!inbox.isEmpty()) {
            for (EngineEffect effect : core.handle(inbox.remove(), new Moment(NOW, 1))) {
                if (effect instanceof EngineEffect.WriteJournal(long batch, var _)) {
                    inbox.add(new EngineMessage.Committed(batch, List.of()));
                } else if (effect instanceof EngineEffect.Answer(long _, var result)) {
                    answer.complete(result);
                }
            }
        }
    }
}
