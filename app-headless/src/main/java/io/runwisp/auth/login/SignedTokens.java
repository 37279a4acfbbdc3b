package io.runwisp.auth.login;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.runwisp.auth.JwtSecret;
import io.runwisp.auth.login.SessionTokens.Bad;
import io.runwisp.auth.login.SessionTokens.Expired;
import io.runwisp.auth.login.SessionTokens.Good;
import io.runwisp.auth.login.SessionTokens.Token;
import io.runwisp.auth.login.SessionTokens.Verdict;
import io.runwisp.time.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** JSON web tokens, signed with HMAC-SHA256 and nothing else. */
final class SignedTokens {

    private static final String ISSUER = "runwisp";
    private static final String AUDIENCE = "runwisp-api";
    /** A token from later than this was made by a clock that has been set back since; it would live longer than a day. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(60);

    private final SecretKey key;
    private final WallClock clock;
    private final FlatJson.Writer writer = new FlatJson.Writer();
    private final JwtParser parser;

    SignedTokens(JwtSecret secret, WallClock clock) {
        key = new SecretKeySpec(secret.key(), "HmacSHA256");
        this.clock = clock;
        parser = Jwts.parser()
            .json(new FlatJson.Reader())
            .clock(() -> Date.from(clock.now()))
            .verifyWith(key)
            .requireIssuer(ISSUER)
            .requireAudience(AUDIENCE)
            .sig()
            .clear()
            .add(Jwts.SIG.HS256)
            .and()
            .zip()
            .clear()
            .and()
            .build();
    }

    Token issue() {
        Instant from = clock.now().truncatedTo(ChronoUnit.SECONDS);
        Instant until = from.plus(SessionTokens.LIFE);
        String text = Jwts.builder()
            .json(writer)
            .issuer(ISSUER)
            .claim(Claims.AUDIENCE, AUDIENCE)
            .issuedAt(Date.from(from))
            .expiration(Date.from(until))
            .signWith(key, Jwts.SIG.HS256)
            .compact();
        return new Token(text, until);
    }

    Verdict judge(String text) {
        try {
            return judge(parser.parseSignedClaims(text).getPayload(), clock.now());
        } catch (ExpiredJwtException _) {
            return new Expired();
        } catch (RuntimeException _) {
            // The text is a stranger's, and the library names a dozen ways in which one can be wrong.
            return new Bad();
        }
    }

    private static Verdict judge(Claims claims, Instant now) {
        Date issued = claims.getIssuedAt();
        Date expires = claims.getExpiration();
        if (issued == null || expires == null) {
            return new Bad();
        }
        Instant from = issued.toInstant();
        Instant until = expires.toInstant();
        boolean possible = !from.isAfter(now.plus(CLOCK_CORRECTION)) && !until.isAfter(from.plus(SessionTokens.LIFE));
        if (!possible) {
            return new Bad();
        }
        // The library still takes a token at the very instant of its end.
        return now.isBefore(until) ? new Good(until) : new Expired();
    }
}
