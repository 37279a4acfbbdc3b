package io.runwisp.client.http;

import org.jspecify.annotations.Nullable;

/** Who knows the password of a daemon. */
@FunctionalInterface
public interface Credentials {

    /** The password, or null when there is none; asked only when a login is needed, and perhaps again. */
    @Nullable
    String password();
}
