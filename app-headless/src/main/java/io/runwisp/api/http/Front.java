package io.runwisp.api.http;

import io.runwisp.api.http.RouteTable.Found;
import io.runwisp.api.http.RouteTable.Nothing;
import io.runwisp.api.http.RouteTable.OtherMethod;
import io.runwisp.auth.gate.Admission;
import io.runwisp.auth.gate.Answer;
import io.runwisp.auth.gate.Gate;
import io.runwisp.auth.request.Approach;
import io.runwisp.auth.request.Caller;
import io.runwisp.auth.request.TrustedProxies;
import io.runwisp.client.ApiProblem;
import io.runwisp.store.StoreException;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.ProblemItem;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Decides about a request from its first byte to its answer. May be used by any thread. */
public final class Front implements Answering {

    private static final int LONGEST_PATH = 8192;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Keeper keeper;
    private final RouteTable table;
    private final Route.@Nullable Operation rest;
    private final BiConsumer<String, Throwable> faults;

    /** Lets in, or does not. */
    interface Keeper {

        /** Who asks, when anybody at all may ask like this. */
        Answer<Caller> screen(Approach approach);

        /** Who is logged in. */
        Answer<Admission> admit(Approach approach);

        /** Who asks, when it is not a page of somebody else. */
        Answer<Caller> ownPage(Approach approach);
    }

    /** Lets everybody in, by whatever name they call the daemon. */
    record Everybody() implements Keeper {

        @Override
        public Answer<Caller> screen(Approach approach) {
            return Answer.granted(Caller.of(approach, TrustedProxies.none()));
        }

        @Override
        public Answer<Admission> admit(Approach approach) {
            return Answer.granted(new Admission(Caller.of(approach, TrustedProxies.none()), null));
        }

        @Override
        public Answer<Caller> ownPage(Approach approach) {
            return screen(approach);
        }
    }

    /** Leaves it to a gate. */
    record AtGate(Gate gate) implements Keeper {

        @Override
        public Answer<Caller> screen(Approach approach) {
            return gate.screen(approach);
        }

        @Override
        public Answer<Admission> admit(Approach approach) {
            return gate.admit(approach);
        }

        @Override
        public Answer<Caller> ownPage(Approach approach) {
            return gate.ownPage(approach);
        }
    }

    /** A front of these operations, with nothing beside them. */
    Front(Gate gate, List<Route> routes, BiConsumer<String, Throwable> faults) {
        this(new AtGate(gate), routes, null, faults);
    }

    Front(Keeper keeper, List<Route> routes, BiConsumer<String, Throwable> faults) {
        this(keeper, routes, null, faults);
    }

    /**
     * A front of these operations.
     *
     * @param rest answers whoever asks for something that is no operation; null when nobody does
     * @param faults told what went wrong inside; the client only learns that something did
     */
    Front(Keeper keeper, List<Route> routes, Route.@Nullable Operation rest, BiConsumer<String, Throwable> faults) {
        this.keeper = keeper;
        this.table = new RouteTable(routes);
        this.rest = rest;
        this.faults = faults;
    }

    List<Route> routes() {
        return table.routes();
    }

    @Override
    public Reply answer(Request request) {
        Reply reply;
        try {
            reply = route(request);
        } catch (Denials.Denied e) {
            reply = e.reply();
        } catch (ApiProblem e) {
            reply = Reply.problem(e.problem());
        } catch (StoreException e) {
            faults.accept(request.approach().method() + " " + shown(request.path()), e);
            reply = Reply.problem(Problem.of(ProblemCode.STORAGE_FAILED,
                    "The database could not be read; the log of the daemon says why."));
        } catch (UncheckedIOException e) {
            reply = Reply.problem(Problem.of(ProblemCode.MALFORMED_BODY, "The body did not come as a whole."));
        } catch (RuntimeException | Error e) {
            faults.accept(request.approach().method() + " " + shown(request.path()), e);
            reply = Reply.problem(Problem.of(ProblemCode.INTERNAL,
                    "Something went wrong inside; the log of the daemon says what. What was asked for may have been done."));
        }
        return secured(reply);
    }

    /** The same answer with what every answer tells a browser about itself, as far as it does not say it in its own way. */
    static Reply secured(Reply reply) {
        Reply with = reply;
        for (Reply.Header header : SecurityHeaders.ALL) {
            if (reply.headers().stream().noneMatch(own -> own.name().equals(header.name()))) {
                with = with.with(header.name(), header.value());
            }
        }
        return with;
    }

    private Reply route(Request request) {
        Caller caller = Denials.granted(keeper.screen(request.approach()));
        String path = request.path();
        if (path.length() > LONGEST_PATH) {
            throw refused(ProblemCode.ROUTE_UNKNOWN, "No operation has a path of " + path.length() + " characters.");
        }
        return switch (table.find(request.approach().method(), path)) {
            case Found found -> call(request, found, caller);
            case OtherMethod other -> Reply.problem(Problem.of(ProblemCode.METHOD_NOT_ALLOWED,
                    shown(path) + " takes " + other.allow() + ", not " + shown(request.approach().method()) + "."))
                .with("Allow", other.allow());
            case Nothing _ when rest != null && READING.contains(request.approach().method()) ->
                rest.answer(new Call(new Input(request, Map.of(), Map.of(), 0), new Admission(caller, null)));
            case Nothing _ -> throw refused(ProblemCode.ROUTE_UNKNOWN, "There is nothing at " + shown(path)
                    + ". GET /openapi.yaml tells what there is.");
        };
    }

    private Reply call(Request request, Found found, Caller caller) {
        Route route = found.route();
        Admission admission = switch (route.access()) {
            case ANYBODY -> new Admission(caller, null);
            case LOGGED_IN -> Denials.granted(keeper.admit(request.approach()));
            case OWN_PAGE -> {
                var _ = Denials.granted(keeper.ownPage(request.approach()));
                yield Denials.granted(keeper.admit(request.approach()));
            }
        };
        Optional<Map<String, String>> query = Paths.query(request.query());
        if (query.isEmpty()) {
            throw refused(ProblemCode.INVALID_REQUEST,
                    "The query is not written well: each parameter once, as name=value, with & between them.");
        }
        List<ProblemItem> unknown = query.get()
            .entrySet()
            .stream()
            .filter(parameter -> !route.query().contains(parameter.getKey())
                    && !route.query().contains(Route.ANY_QUERY))
            .map(parameter -> new ProblemItem("is not known here; known " + (route.query().isEmpty()
                    ? "are none"
                    : "are " + String.join(", ", route.query())), "query." + shown(parameter.getKey()), null))
            .toList();
        if (!unknown.isEmpty()) {
            throw new ApiProblem(Problem.of(ProblemCode.INVALID_REQUEST,
                    unknown.getFirst().location() + " " + unknown.getFirst().message() + ".", unknown));
        }
        return route.operation()
            .answer(new Call(new Input(request, found.path(), query.get(), route.bodyLimit()), admission));
    }

    private static ApiProblem refused(ProblemCode code, String detail) {
        return new ApiProblem(Problem.of(code, detail));
    }

    private static String shown(String text) {
        String visible = text.replaceAll("[^ -~]", "?");
        return visible.length() <= 200 ? visible : visible.substring(0, 200) + "\u2026";
    }
}
