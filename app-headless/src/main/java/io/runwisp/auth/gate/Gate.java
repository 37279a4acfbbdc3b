package io.runwisp.auth.gate;

import io.runwisp.auth.AuthMode;
import io.runwisp.auth.gate.Denial.Reason;
import io.runwisp.auth.login.LoginRoom;
import io.runwisp.auth.login.SessionTokens;
import io.runwisp.auth.login.SessionTokens.Bad;
import io.runwisp.auth.login.SessionTokens.Expired;
import io.runwisp.auth.login.SessionTokens.Good;
import io.runwisp.auth.login.SessionTokens.Token;
import io.runwisp.auth.request.Approach;
import io.runwisp.auth.request.Caller;
import io.runwisp.auth.request.CrossSiteRule;
import io.runwisp.auth.request.HostRule;
import io.runwisp.auth.request.RedirectTarget;
import io.runwisp.auth.request.SessionCookies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides about every request: {@link #screen} is for what needs no login, {@link #admit} for everything else, the others
 * are one operation of the API each and begin with one of these two.
 */
public final class Gate {

    private final AuthMode mode;
    private final LoginRoom room;
    private final SessionTokens tokens;
    private final SessionCookies cookies;
    private volatile GateRules rules;

    /** A gate; what it keeps is forgotten with it. */
    public Gate(AuthMode mode, LoginRoom room, SessionTokens tokens, SessionCookies cookies, GateRules rules) {
        this.mode = mode;
        this.room = room;
        this.tokens = tokens;
        this.cookies = cookies;
        this.rules = rules;
    }

    /** From now on these hold. */
    public void follow(GateRules newRules) {
        rules = newRules;
    }

    /** Who is there, whether or not they may come in. */
    public Caller caller(Approach approach) {
        return Caller.of(approach, rules.proxies());
    }

    /** Whether anybody at all may ask like this: by a name of ours, and not out of a page of somebody else. */
    public Answer<Caller> screen(Approach approach) {
        GateRules now = rules;
        if (!now.hosts().allows(approach)) {
            return Answer.denied(Denial.of(Reason.HOST_UNKNOWN, Texts.hostUnknown(HostRule.called(approach))));
        }
        Caller caller = Caller.of(approach, now.proxies());
        return CrossSiteRule.allows(approach, !cookies.inCookies(approach).isEmpty(), now.hosts(), caller)
                ? Answer.granted(caller)
                : Answer.denied(Denial.of(Reason.CROSS_SITE, Texts.CROSS_SITE));
    }

    /** Whether it does not come out of a page of somebody else, be it only to ask. */
    public Answer<Caller> ownPage(Approach approach) {
        return switch (screen(approach)) {
            case Answer.Denied<Caller>(Denial denial) -> Answer.denied(denial);
            case Answer.Granted<Caller>(Caller caller) -> CrossSiteRule.isForeign(approach, rules.hosts(), caller)
                    ? Answer.denied(Denial.of(Reason.CROSS_SITE, Texts.CROSS_SITE))
                    : Answer.granted(caller);
        };
    }

    /** Whether somebody is logged in, or need not be. */
    public Answer<Admission> admit(Approach approach) {
        return switch (screen(approach)) {
            case Answer.Denied<Caller>(Denial denial) -> Answer.denied(denial);
            case Answer.Granted<Caller>(Caller caller) -> mode == AuthMode.OFF
                    ? Answer.granted(new Admission(caller, null))
                    : admit(caller, cookies.tokens(approach));
        };
    }

    private Answer<Admission> admit(Caller caller, List<String> presented) {
        Denial denial = Denial.of(Reason.TOKEN_MISSING, Texts.TOKEN_MISSING);
        for (String token : presented) {
            switch (tokens.judge(token)) {
                case Good(var until) -> {
                    return Answer.granted(new Admission(caller, until));
                }
                case Expired() -> denial = Denial.of(Reason.TOKEN_EXPIRED, Texts.TOKEN_EXPIRED);
                case Bad() -> denial = denial.reason() == Reason.TOKEN_EXPIRED
                        ? denial
                        : Denial.of(Reason.TOKEN_INVALID, Texts.TOKEN_INVALID);
            }
        }
        return Answer.denied(denial);
    }

    /** {@code GET /api/auth/status}: looks at cookies only, and is never limited. */
    public Answer<AuthStatus> status(Approach approach) {
        return switch (screen(approach)) {
            case Answer.Denied<Caller>(Denial denial) -> Answer.denied(denial);
            case Answer.Granted<Caller> _ when mode == AuthMode.OFF -> Answer.granted(new AuthStatus(false, true));
            case Answer.Granted<Caller> _ -> Answer.granted(new AuthStatus(true,
                    cookies.inCookies(approach).stream().anyMatch(token -> tokens.judge(token) instanceof Good)));
        };
    }

    /** {@code GET /api/auth/challenge}: the nonce to answer. */
    public Answer<String> challenge(Approach approach) {
        return switch (screen(approach)) {
            case Answer.Denied<Caller>(Denial denial) -> Answer.denied(denial);
            case Answer.Granted<Caller> _ when mode == AuthMode.OFF -> Answer.denied(Texts.loginOff());
            case Answer.Granted<Caller>(Caller caller) -> switch (room.challenge(caller.address())) {
                case LoginRoom.Challenge(String nonce) -> Answer.granted(nonce);
                case LoginRoom.Outcome no -> Answer.denied(Texts.denial(no, Reason.CHALLENGE_STALE));
            };
        };
    }

    /** {@code POST /api/auth}: the session of whoever answers a challenge with the right password. */
    public Answer<Session> login(Approach approach, String nonce, String response) {
        return switch (screen(approach)) {
            case Answer.Denied<Caller>(Denial denial) -> Answer.denied(denial);
            case Answer.Granted<Caller> _ when mode == AuthMode.OFF -> Answer.denied(Texts.loginOff());
            case Answer.Granted<Caller>(Caller caller) -> switch (room.examine(caller.address(), nonce, response)) {
                case LoginRoom.Right() -> Answer.granted(begin(caller));
                case LoginRoom.Outcome no -> Answer.denied(Texts.denial(no, Reason.CHALLENGE_STALE));
            };
        };
    }

    /** {@code POST /api/auth/logout}: the values of {@code Set-Cookie} that end the session of a browser. */
    public Answer<List<String>> logout(Approach approach) {
        return switch (screen(approach)) {
            case Answer.Denied<Caller>(Denial denial) -> Answer.denied(denial);
            case Answer.Granted<Caller>(Caller caller) -> Answer.granted(cookies.end(caller.secure()));
        };
    }

    /** {@code POST /api/auth/launch-ticket}: a ticket that opens a browser on this machine. */
    public Answer<String> ticket(Approach approach) {
        return switch (admit(approach)) {
            case Answer.Denied<Admission>(Denial denial) -> Answer.denied(denial);
            case Answer.Granted<Admission>(Admission admission) when admission.caller().local() ->
                Answer.granted(room.ticket());
            case Answer.Granted<Admission> _ -> Answer.denied(Denial.of(Reason.NOT_LOCAL, Texts.NOT_LOCAL));
        };
    }

    /** {@code GET /api/auth/launch}: a session for the browser that brings a ticket, and where it goes then. */
    public Answer<Launch> launch(Approach approach, @Nullable String ticket, @Nullable String redirect) {
        return switch (screen(approach)) {
            case Answer.Denied<Caller>(Denial denial) -> Answer.denied(denial);
            case Answer.Granted<Caller>(Caller caller) when !caller.local() ->
                Answer.denied(Denial.of(Reason.NOT_LOCAL, Texts.NOT_LOCAL));
            case Answer.Granted<Caller> _ when ticket == null || ticket.isEmpty() ->
                Answer.denied(Denial.of(Reason.TICKET_MISSING, Texts.TICKET_MISSING));
            case Answer.Granted<Caller>(Caller caller) -> switch (room.examine(caller.address(), ticket)) {
                case LoginRoom.Right() -> Answer.granted(new Launch(RedirectTarget.of(redirect),
                        mode == AuthMode.OFF ? List.of() : begin(caller).setCookies()));
                case LoginRoom.Outcome no -> Answer.denied(Texts.denial(no, Reason.TICKET_STALE));
            };
        };
    }

    private Session begin(Caller caller) {
        Token token = tokens.issue();
        return new Session(token, cookies.begin(token.text(), SessionTokens.LIFE, caller.secure()));
    }
}
