package io.runwisp.client.http;

import io.runwisp.client.ApiFailure;
import io.runwisp.client.ApiProblem;
import io.runwisp.client.DaemonUnreachable;
import io.runwisp.client.DaemonUnreachable.Reason;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.json.WireFault;
import io.runwisp.wire.json.WireJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import org.jspecify.annotations.Nullable;

/** What went wrong between a client and a daemon, in words that name the daemon and say what to do. */
final class Faults {

    private static final String PROBLEM = "application/problem+json";

    private final DaemonAddress daemon;

    Faults(DaemonAddress daemon) {
        this.daemon = daemon;
    }

    /** No answer, or only a part of one. */
    DaemonUnreachable broken(Ask ask, IOException why) {
        if (caused(why, UnresolvedAddressException.class) || caused(why, UnknownHostException.class)) {
            return new DaemonUnreachable(Reason.UNKNOWN_HOST,
                    "the machine of " + daemon + " is not known. Check the name, and that the network is up.", why);
        }
        if (caused(why, HttpTimeoutException.class) || caused(why, SocketTimeoutException.class)) {
            return new DaemonUnreachable(Reason.TIMED_OUT, daemon + " did not answer " + ask
                    + " in time. Check that the machine is up and that nothing on the way holds it back.", why);
        }
        if (caused(why, ConnectException.class)) {
            return new DaemonUnreachable(Reason.NOBODY_LISTENS,
                    "no daemon listens at " + daemon + ". Start it there, or name the address where it listens.", why);
        }
        if (caused(why, ProtocolException.class)) {
            return new DaemonUnreachable(Reason.NOT_RUNWISP,
                    "what listens at " + daemon + " is not a RunWisp daemon: it does not answer " + ask
                            + " as HTTP/1.1 (" + why.getMessage() + "). Check address and port.",
                    why);
        }
        return new DaemonUnreachable(Reason.BROKEN, "the connection to " + daemon + " broke during " + ask
                + (why.getMessage() == null ? "" : ": " + why.getMessage())
                + ". Whether it was done is not known; look before you repeat it.", why);
    }

    /** An answer with a status that says no. */
    ApiFailure refused(Ask ask, int status, HttpHeaders headers, byte[] body) {
        if (!type(headers).equals(PROBLEM)) {
            return stranger(ask, status, headers, null);
        }
        Problem problem;
        try {
            problem = WireJson.read(Problem.class, body);
        } catch (WireFault e) {
            return stranger(ask, status, headers, e);
        }
        if (problem.code().equals(ProblemCode.ROUTE_UNKNOWN.word())) {
            return new DaemonUnreachable(Reason.OTHER_VERSION, daemon + " knows nothing of " + ask
                    + ", so it is older than this program, or the path of a proxy is missing. Use the same version on both sides.");
        }
        return new ApiProblem(problem);
    }

    /** An answer that should be JSON of this kind, and is not. */
    ApiFailure notUnderstood(Ask ask, HttpHeaders headers, WireFault why) {
        if (!type(headers).equals("application/json")) {
            return stranger(ask, 200, headers, why);
        }
        return new DaemonUnreachable(Reason.OTHER_VERSION, daemon + " answers " + ask
                + " in a way that this program does not understand (" + why.getMessage()
                + "), so one of them is older than the other. Use the same version on both sides.", why);
    }

    /** Something that is not a daemon. */
    DaemonUnreachable stranger(Ask ask, int status, HttpHeaders headers, @Nullable WireFault why) {
        String message = "what listens at " + daemon + " is not a RunWisp daemon: it answers " + ask + " with status "
                + status + " and " + (type(headers).isEmpty() ? "no content type" : type(headers))
                + ". Check address and port.";
        return why == null
                ? new DaemonUnreachable(Reason.NOT_RUNWISP, message)
                : new DaemonUnreachable(Reason.NOT_RUNWISP, message, why);
    }

    static String type(HttpHeaders headers) {
        String written = headers.firstValue("Content-Type").orElse("");
        int end = written.indexOf(';');
        return (end < 0 ? written : written.substring(0, end)).strip();
    }

    private static boolean caused(Throwable why, Class<? extends Throwable> kind) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
