package io.runwisp.live;

import io.runwisp.client.ApiFailure;

/** How it stands with the connection to a daemon. */
public sealed interface Link {

    /** It has not been reached yet. */
    record Connecting() implements Link {
    }

    /** What is shown is what is so. */
    record Live() implements Link {
    }

    /** What is shown is what was so; it is tried again. */
    record Lost(ApiFailure why) implements Link {
    }

    /** The daemon does not let this client in, or is none. Nothing is tried again before somebody has changed something. */
    record Refused(ApiFailure why) implements Link {
    }
}
