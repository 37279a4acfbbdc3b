package io.runwisp.auth.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps pages of strangers from acting in the name of somebody whose browser is logged in, or of everybody while login is
 * off.
 */
public final class CrossSiteRule {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private CrossSiteRule() {
    }

    /**
     * Whether the request may go on. Asking is free, only doing is guarded. A token in {@code Authorization: Bearer} was put
     * there by a program, which no strange page can do; other schemes are added by browsers on their own and prove nothing.
     *
     * @param withCookie whether a session comes as a cookie
     */
    public static boolean allows(Approach approach, boolean withCookie, HostRule hosts, Caller caller) {
        if (SAFE.contains(approach.method()) || !approach.bearer().isEmpty()) {
            return true;
        }
        if (approach.headers()
            .values("Sec-Fetch-Site")
            .stream()
            .anyMatch(site -> site.strip().equalsIgnoreCase("cross-site"))) {
            return false;
        }
        List<String> origins = approach.headers().values("Origin");
        if (!origins.isEmpty()) {
            return isOwn(WebOrigin.ofOrigin(approach.single("Origin")), approach, hosts, caller);
        }
        if (approach.has("Referer")) {
            return isOwn(WebOrigin.ofAddress(approach.single("Referer")), approach, hosts, caller) || !withCookie;
        }
        return !withCookie;
    }

    /** Whether a browser says that a page of somebody else asks. */
    public static boolean isForeign(Approach approach, HostRule hosts, Caller caller) {
        boolean elsewhere = approach.headers()
            .values("Sec-Fetch-Site")
            .stream()
            .map(site -> site.strip().toLowerCase(Locale.ROOT))
            .anyMatch(site -> !site.equals("same-origin") && !site.equals("none"));
        return elsewhere || approach.has("Origin")
                && !isOwn(WebOrigin.ofOrigin(approach.single("Origin")), approach, hosts, caller);
    }

    private static boolean isOwn(Optional<WebOrigin> page, Approach approach, HostRule hosts, Caller caller) {
        if (page.isEmpty() || (caller.secure() && !page.get().tls())) {
            return false;
        }
        return page.equals(hosts.externalOrigin())
                || Authority.read(approach.single("Host")).map(page.get()::isServedBy).orElse(false);
    }
}
