package io.runwisp.auth.gate;

/**
 * What a page asks first.
 *
 * @param required whether there is a login
 * @param authenticated whether the cookies of this request are as good as one
 */
public record AuthStatus(boolean required, boolean authenticated) {
}
