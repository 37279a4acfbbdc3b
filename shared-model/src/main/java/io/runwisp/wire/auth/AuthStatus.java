package io.runwisp.wire.auth;

/** Whether a password is needed, and whether the cookie that came along is good. */
public record AuthStatus(boolean authRequired, boolean authenticated) {
}
