package io.runwisp.engine;

import org.junit.jupiter.api.Nested;

/** All that every launcher must do, by what it is about. */
public abstract class ProcessLauncherContract {

    /** A new launcher. */
    protected abstract LauncherScene scene();

    @Nested
    class Lives extends RunLifeContract {

        Lives() {
            super(scene());
        }
    }

    @Nested
    class Signals extends SignalContract {

        Signals() {
            super(scene());
        }
    }

    @Nested
    class WhatIsLeft extends LeftBehindContract {

        WhatIsLeft() {
            super(scene());
        }
    }

    @Nested
    class Probes extends ProbeContract {

        Probes() {
            super(scene());
        }
    }
}
