package io.runwisp.store;

import io.runwisp.engine.RunJournalChange;
import io.runwisp.engine.RunJournalListener;
import io.runwisp.engine.RunJournalState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * What the one writing thread does: everything that waits goes into one transaction, and each receipt is told after the commit. A transaction that failed is
 * tried again batch by batch, in order, so that one bad batch cannot hold the others; when the disk takes nothing, the order is kept and the rest waits.
 */
final class JournalThread implements Runnable {

    /** So many changes go into one transaction at most, so that its commit does not keep those behind it waiting. */
    static final int GROUP_CHANGES = 4096;
    /** How long a stalled journal waits until it tries again. */
    static final Duration RETRY_EVERY = Duration.ofSeconds(1);

    /** When nothing came for so long, there is time to tidy up. */
    static final Duration QUIET = Duration.ofMillis(200);

    private static final String CLOSED = "the journal was closed before this could be written";

    private final Inbox inbox;
    private final ChangeWriter writer;
    private final RetryTimer timer;
    private final RunJournalListener listener;
    private final Deque<Submission> pending = new ArrayDeque<>();
    private volatile RunJournalState state = new RunJournalState.Ready();

    JournalThread(Inbox inbox, ChangeWriter writer, RetryTimer timer, RunJournalListener listener) {
        this.inbox = inbox;
        this.writer = writer;
        this.timer = timer;
        this.listener = listener;
    }

    RunJournalState state() {
        return state;
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            try {
                more = turn();
            } catch (RuntimeException e) {
                tell(() -> listener.receiptFailed(e));
            }
        }
        state = new RunJournalState.Closed();
        writer.close();
    }

    /** One transaction, or one wait. False when it is over. */
    private boolean turn() {
        if (pending.isEmpty() && writer.isUntidy() && inbox.staysEmpty(QUIET)) {
            writer.tidy();
        }
        if (pending.isEmpty()) {
            pending.addAll(inbox.take(GROUP_CHANGES));
        } else {
            inbox.awaitRetry();
        }
        if (pending.isEmpty()) {
            return false;
        }
        writeTogether();
        if (pending.isEmpty()) {
            recovered();
        } else if (inbox.isClosed()) {
            abandon();
        }
        return true;
    }

    private void writeTogether() {
        List<Submission> group = List.copyOf(pending);
        if (writer.commit(batches(group)) instanceof ChangeWriter.Committed committed) {
            acknowledge(group, committed);
        } else {
            writeOneByOne(group);
        }
    }

    private void writeOneByOne(List<Submission> group) {
        for (Submission submission : group) {
            switch (writer.commit(batches(List.of(submission)))) {
                case ChangeWriter.Committed committed -> acknowledge(List.of(submission), committed);
                case ChangeWriter.Failed(var failure) when failure.lasting() -> refuse(submission, failure.reason());
                case ChangeWriter.Failed(var failure) -> {
                    stall(failure.reason());
                    return;
                }
            }
        }
    }

    private void stall(String reason) {
        boolean news = state instanceof RunJournalState.Ready;
        state = new RunJournalState.Stalled(reason);
        if (news) {
            tell(() -> listener.stalled(reason));
        }
        timer.after(RETRY_EVERY, inbox::retry);
    }

    private void recovered() {
        if (state instanceof RunJournalState.Stalled) {
            state = new RunJournalState.Ready();
            tell(listener::recovered);
        }
    }

    private void abandon() {
        do {
            List.copyOf(pending).forEach(submission -> refuse(submission, CLOSED));
            pending.addAll(inbox.take(GROUP_CHANGES));
        } while (!pending.isEmpty());
    }

    private void acknowledge(List<Submission> group, ChangeWriter.Committed committed) {
        for (int i = 0; i < group.size(); i++) {
            Submission submission = group.get(i);
            List<Long> numbers = committed.sequences().get(i);
            settle(submission);
            tell(() -> listener.committed(submission.batch(), numbers));
            tell(() -> submission.receipt().committed(numbers));
        }
        if (!committed.bell().isEmpty()) {
            tell(() -> listener.committed(committed.bell(), committed.bellSequences()));
        }
    }

    private void refuse(Submission submission, String reason) {
        settle(submission);
        tell(() -> submission.receipt().refused(reason));
    }

    private void settle(Submission submission) {
        pending.remove();
        inbox.settled(submission);
    }

    private void tell(Runnable message) {
        try {
            message.run();
        } catch (RuntimeException e) {
            listener.receiptFailed(e);
        }
    }

    private static List<List<RunJournalChange>> batches(Collection<Submission> group) {
        List<List<RunJournalChange>> batches = new ArrayList<>(group.size());
        group.forEach(submission -> batches.add(submission.batch()));
        return batches;
    }
}
