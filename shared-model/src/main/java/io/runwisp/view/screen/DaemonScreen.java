package io.runwisp.view.screen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The daemon and its machine.
 *
 * @param host the machine, or null when it has not said anything yet
 */
public record DaemonScreen(String headline, List<RunScreen.Fact> facts, @Nullable HostView host) {

    public DaemonScreen {
        facts = List.copyOf(facts);
    }
}
