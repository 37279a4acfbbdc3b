package io.runwisp.client.http;

import io.runwisp.client.ApiProblem;
import io.runwisp.model.LoginProof;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.auth.Challenge;
import io.runwisp.wire.auth.Login;
import io.runwisp.wire.auth.Token;
import io.runwisp.wire.json.WireFault;
import io.runwisp.wire.json.WireJson;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks one daemon, and logs in when it must. May be used by any thread. */
final class Channel implements AutoCloseable {

    /** How long nothing may come within an answer. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    /** Ten thousand units have some 10 MB. */
    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;
    private static final int OK = 200;
    private static final String HEALTHY = "OK";
    private static final int NOT_OK = 300;
    private static final Set<String> LOGIN_NEEDED = Set.of(ProblemCode.TOKEN_MISSING.word(),
            ProblemCode.TOKEN_INVALID.word(), ProblemCode.TOKEN_EXPIRED.word());

    private final DaemonAddress daemon;
    private final Credentials credentials;
    private final TokenShelf shelf;
    private final Faults faults;
    private final Transport transport;
    private final Object loggingIn = new Object();
    private volatile @Nullable String token;

    /** An answer that is not a refusal. */
    record Answer(Ask ask, HttpHeaders headers, Body body) {
    }

    Channel(DaemonAddress daemon, Transport transport, Credentials credentials, TokenShelf shelf) {
        this.daemon = daemon;
        this.transport = transport;
        this.credentials = credentials;
        this.shelf = shelf;
        this.faults = new Faults(daemon);
        this.token = shelf.take(daemon);
    }

    /** The daemon that is asked. */
    DaemonAddress daemon() {
        return daemon;
    }

    Faults faults() {
        return faults;
    }

    /** Asks for a record. */
    <T extends Record> T ask(Class<T> type, Ask ask) {
        return read(open(ask), bytes -> WireJson.read(type, bytes));
    }

    /** Asks for a list of records. */
    <T extends Record> List<T> askList(Class<T> type, Ask ask) {
        return read(open(ask), bytes -> WireJson.readList(type, bytes));
    }

    /** Asks whether the daemon works; it says one word, or what is wrong. */
    void health() {
        Ask ask = Ask.get("/health");
        Answer answer = open(ask);
        if (!read(answer, bytes -> new String(bytes, StandardCharsets.UTF_8)).strip().equals(HEALTHY)) {
            throw faults.stranger(ask, OK, answer.headers(), null);
        }
    }

    /** Tells something that has no answer. */
    void tell(Ask ask) {
        read(open(ask), bytes -> bytes);
    }

    /** Asks, and leaves the answer to be read and closed. */
    Answer open(Ask ask) {
        String used = token;
        try {
            return send(ask, used);
        } catch (ApiProblem problem) {
            if (!LOGIN_NEEDED.contains(problem.problem().code())) {
                throw problem;
            }
            return send(ask, logIn(used, problem));
        }
    }

    private interface Understanding<T> {

        T of(byte[] bytes);
    }

    private <T> T read(Answer answer, Understanding<T> understanding) {
        try (Body body = answer.body()) {
            return understanding.of(body.all(LONGEST_ANSWER, SILENCE));
        } catch (IOException e) {
            throw faults.broken(answer.ask(), e);
        } catch (WireFault e) {
            throw faults.notUnderstood(answer.ask(), answer.headers(), e);
        }
    }

    /** Two that need a token at once log in once. */
    private String logIn(@Nullable String refused, ApiProblem why) {
        synchronized (loggingIn) {
            String present = token;
            if (present != null && !present.equals(refused)) {
                return present;
            }
            String password = credentials.password();
            if (password == null) {
                throw why;
            }
            Ask question = Ask.get("/api/auth/challenge");
            String nonce = read(send(question, null), bytes -> WireJson.read(Challenge.class, bytes)).nonce();
            Ask proof = Ask.post("/api/auth", new Login(nonce, LoginProof.of(password, nonce).text()));
            String fresh = read(send(proof, null), bytes -> WireJson.read(Token.class, bytes)).token();
            token = fresh;
            shelf.keep(daemon, fresh);
            return fresh;
        }
    }

    private Answer send(Ask ask, @Nullable String bearer) {
        try {
            Transport.Reply reply = transport.send(ask, bearer);
            if (reply.status() >= OK && reply.status() < NOT_OK) {
                return new Answer(ask, reply.headers(), reply.body());
            }
            try (Body refusal = reply.body()) {
                throw faults.refused(ask, reply.status(), reply.headers(), refusal.all(LONGEST_ANSWER, SILENCE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw faults.broken(ask, new InterruptedIOException("the call was interrupted"));
        } catch (IOException e) {
            throw faults.broken(ask, e);
        }
    }

    /** Ends what is in flight. */
    @Override
    public void close() {
        transport.close();
    }
}
