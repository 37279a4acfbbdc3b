package io.runwisp.engine;

import io.runwisp.model.ProcessIdentity;
import io.runwisp.model.RunId;
import java.util.ArrayList;
import java.util.List;

/** Everything on a {@link FakeMachine} that began with one launch. */
final class FakeFamily {

    /** Who holds the other ends of its pipes, and reaps it. */
    interface Watch {

        /** It printed; false when nobody reads any more. */
        boolean printed(OutputSink.Source source, String text);

        /** One of its processes has ended. */
        void died(FakeProcess process);
    }

    final FakeProcess leader;
    final ProcessIdentity identity;
    final Watch watch;
    final List<FakeProcess> living = new ArrayList<>();
    boolean begun;

    FakeFamily(FakeProcess leader, ProcessIdentity identity, Watch watch) {
        this.leader = leader;
        this.identity = identity;
        this.watch = watch;
        living.add(leader);
    }

    RunId run() {
        return leader.run;
    }

    boolean sessionLives() {
        return living.stream().anyMatch(process -> process.session == leader.session);
    }

    boolean pipesAreHeld() {
        return living.stream().anyMatch(process -> process.holdsPipes);
    }
}
