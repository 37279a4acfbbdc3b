package io.runwisp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.runwisp.model.RunFilter;
import io.runwisp.model.RunSort;
import io.runwisp.wire.Document;
import io.runwisp.wire.Document.Operation;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The interface and the document name the same operations, within the same limits. */
class DaemonApiTest {

    private static final Document DOCUMENT = Document.load();

    /** Coming in and going out is the business of the form that speaks HTTP, as is what others than clients ask. */
    private static final Set<String> NOT_FOR_CALLERS = Set.of("authStatus", "authChallenge", "login", "logout",
            "launch",
            "health", "metrics", "openapiYaml", "openapiJson", "hook");
    /** Other addresses of what another operation does. */
    private static final Set<String> OTHER_ADDRESSES = Set.of("triggerAlias", "runsOf", "runOf", "runEvents",
            "notificationEvents");

    @Test
    void everyOperationThatACallerNeedsIsThereAndNoOther() {
        Set<String> documented = DOCUMENT.operations()
            .stream()
            .map(Operation::id)
            .filter(id -> !NOT_FOR_CALLERS.contains(id) && !OTHER_ADDRESSES.contains(id))
            .collect(Collectors.toCollection(TreeSet::new));
        Set<String> offered = Arrays.stream(DaemonApi.class.getMethods())
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(documented, offered);
        assertEquals(offered.size(), DaemonApi.class.getMethods().length, "two operations have one name");
    }

    @Test
    void theLimitsAreThoseOfTheDocument() {
        limit("Limit", RunQuery.USUAL, RunQuery.MOST);
        limit("LogLimit", LogQuery.USUAL, LogQuery.MOST);
        limit("SearchLimit", LogSearch.USUAL, LogSearch.MOST);
        limit("FiringsLimit", UpcomingQuery.USUAL, UpcomingQuery.MOST);
        limit("NotificationsLimit", BellOperations.USUAL_NOTIFICATIONS, BellOperations.MOST_NOTIFICATIONS);
        limit("ReplayLimit", StreamOperations.USUAL_REPLAY, StreamOperations.MOST_REPLAY);
        assertEquals(UnitOperations.LONGEST_WAIT.toSeconds(), schema("WaitTimeout").path("maximum").asLong());
        assertEquals(LogQuery.USUAL_FROM, schema("From").path("default").asLong());
        assertEquals(RunQuery.LONGEST_SEARCH, schema("Search").path("maxLength").asInt());
        assertEquals(LogSearch.LONGEST_QUERY, schema("Query").path("maxLength").asInt());
        assertEquals(RunSort.Field.values().length + 1, schema("SortField").path("enum").size());
    }

    @Test
    void whatIsBeyondALimitIsNotEvenAsked() {
        refused(() -> new RunQuery(RunFilter.ALL, RunSort.NEWEST, 0, 0));
        refused(() -> new RunQuery(RunFilter.ALL, RunSort.NEWEST, 1001, 0));
        refused(() -> new RunQuery(RunFilter.ALL, RunSort.NEWEST, 1, -1));
        refused(() -> RunQuery.newest(RunFilter.ALL.withSearch("x".repeat(101))));
        refused(() -> LogQuery.lines(0, 10_001));
        refused(() -> LogSearch.text(""));
        refused(() -> LogSearch.text("x".repeat(1025)));
        refused(() -> new UpcomingQuery(Instant.EPOCH, Instant.EPOCH.minusSeconds(1), 1));
        refused(() -> new UpcomingQuery(Instant.EPOCH, Instant.EPOCH.plusSeconds(367 * 86_400), 1));
    }

    private static void refused(Executable making) {
        assertThrows(IllegalArgumentException.class, making);
    }

    private static void limit(String parameter, int usual, int most) {
        assertEquals(1, schema(parameter).path("minimum").asInt(), parameter);
        assertEquals(most, schema(parameter).path("maximum").asInt(), parameter);
        assertEquals(usual, schema(parameter).path("default").asInt(), parameter);
    }

    private static JsonNode schema(String parameter) {
        return DOCUMENT.root().at("/components/parameters/" + parameter + "/schema");
    }
}
