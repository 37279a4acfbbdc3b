package io.runwisp.engine.simulation;

import io.runwisp.engine.ChildScript;
import io.runwisp.engine.ChildScript.Place;
import io.runwisp.engine.FakeProcessLauncher.Children;
import io.runwisp.engine.definition.Command;
import io.runwisp.model.RunId;
import io.runwisp.model.StopSignal;
import java.time.Duration;
import java.util.Random;

/** Children of every kind, until they are told to behave. */
final class RandomChildren implements Children {

    private final Random random;
    private boolean wellBehaved;

    RandomChildren(Random random) {
        this.random = random;
    }

    /** From now on tasks succeed soon and services go on. */
    void behave() {
        wellBehaved = true;
    }

    @Override
    public ChildScript of(RunId run, Command command) {
        String kind = command.script().substring(0, command.script().indexOf(':'));
        return switch (kind) {
            case "probe" -> probe();
            case "service" -> wellBehaved ? forEver() : service();
            default -> wellBehaved ? ChildScript.begin().sleeps(Duration.ofMillis(50)) : task();
        };
    }

    private static ChildScript forEver() {
        return ChildScript.begin().prints("up").sleeps(Duration.ofDays(400));
    }

    private ChildScript probe() {
        int dice = random.nextInt(10);
        if (wellBehaved || dice < 7) {
            return ChildScript.begin().prints("well");
        }
        return dice == 7 ? ChildScript.begin().sleeps(Duration.ofSeconds(30)) : ChildScript.begin().exits(1);
    }

    private ChildScript task() {
        ChildScript child = habits(ChildScript.begin());
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> child.prints("done").sleeps(millis(3_000));
            case 4 -> child.sleeps(millis(100_000));
            case 5 -> child.sleeps(millis(5_000)).exits(1 + random.nextInt(3));
            case 6 -> child.exits(1);
            case 7 -> child.sleeps(millis(900_000));
            case 8 -> child.sleeps(millis(1_000)).diesBy(StopSignal.SIGKILL);
            default -> child.floods(20_000).sleeps(millis(20_000));
        };
    }

    private ChildScript service() {
        ChildScript child = habits(ChildScript.begin());
        return switch (random.nextInt(8)) {
            case 0 -> child.exits(random.nextInt(2));
            case 1 -> child.sleeps(millis(3_000)).exits(1);
            case 2 -> child.sleeps(millis(100_000)).exits(random.nextInt(2));
            case 3 -> child.sleeps(millis(3_000_000)).diesBy(StopSignal.SIGTERM);
            default -> child.sleeps(Duration.ofDays(2));
        };
    }

    private ChildScript habits(ChildScript child) {
        return switch (random.nextInt(12)) {
            case 0 -> child.ignoresTerm();
            case 1 -> child.trapsTerm(random.nextInt(3), millis(8_000));
            case 2 -> child.forks(Place.GROUP, millis(60_000), random.nextBoolean());
            case 3 -> child.forks(Place.OWN_SESSION, millis(60_000), random.nextBoolean());
            case 4 -> child.forks(Place.OWN_GROUP, millis(60_000), random.nextBoolean());
            case 5 -> child.ignoresTerm().forks(Place.GROUP, millis(60_000), true);
            default -> child;
        };
    }

    private Duration millis(int most) {
        return Duration.ofMillis(1 + random.nextInt(most));
    }
}
