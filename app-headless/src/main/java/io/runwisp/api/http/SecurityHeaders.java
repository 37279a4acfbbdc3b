package io.runwisp.api.http;

import io.runwisp.api.http.Reply.Header;
import java.util.List;

/** What every answer tells a browser about itself. */
final class SecurityHeaders {

    static final List<Header> ALL = List.of(
            new Header("X-Content-Type-Options", "nosniff"),
            new Header("X-Frame-Options", "DENY"),
            new Header("Referrer-Policy", "strict-origin-when-cross-origin"),
            new Header("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
            new Header("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"),
            new Header("Cross-Origin-Opener-Policy", "same-origin"),
            new Header("Cross-Origin-Resource-Policy", "same-origin"));

    private SecurityHeaders() {
    }
}
