package io.runwisp.api.local;

import io.runwisp.api.host.Health;
import io.runwisp.client.ApiProblem;
import io.runwisp.engine.RunJournal;
import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalReceipt;
import io.runwisp.engine.RunJournalState;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes into the journal and waits until it is on the disk, within a bound. */
public record JournalPen(RunJournal journal) {

    /** How long the disk may take. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    /**
     * Writes changes that belong together.
     *
     * @throws ApiProblem {@code journal_stalled} when the disk takes nothing, or takes too long; {@code stopping} when the daemon is about to end
     */
    void write(RunJournalChange... batch) {
        if (journal.state() instanceof RunJournalState.Stalled(String reason)) {
            throw new ApiProblem(Health.stalled(reason));
        }
        Told told = new Told(new CompletableFuture<>());
        String refusal = switch (journal.write(List.of(batch), told)) {
            case ACCEPTED -> told.await();
            case FULL -> throw new ApiProblem(Health.stalled("too much waits for the disk"));
            case CLOSED -> throw new ApiProblem(Problem.of(ProblemCode.STOPPING, "The daemon is about to end."));
        };
        if (!refusal.isEmpty()) {
            throw new ApiProblem(Problem.of(ProblemCode.INTERNAL, "The change was refused: " + refusal + "."));
        }
    }

    private record Told(CompletableFuture<String> answer) implements RunJournalReceipt {

        String await() {
            try {
                return answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                throw unknown("the disk took longer than " + LONGEST.toSeconds() + " s");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unknown("the wait for the disk was interrupted");
            } catch (ExecutionException e) {
                // It is only ever completed with an answer.
                throw new IllegalStateException(e);
            }
        }

        private static ApiProblem unknown(String why) {
            return new ApiProblem(Health.stalled(why + "; the change may still be made"));
        }

        @Override
        public void committed(List<Long> eventSequences) {
            answer.complete("");
        }

        @Override
        public void refused(String reason) {
            answer.complete(reason);
        }
    }
}
