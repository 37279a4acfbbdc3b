package io.runwisp.web;

import io.runwisp.api.ground.ConfigInForce;
import io.runwisp.client.JoinedDaemonApi;
import io.runwisp.time.WallClock;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where screens come from.
 *
 * @param config asked for what the API does not tell: what the configuration says about a unit
 * @param params the values that a run was given, by its id; null where one was left out on purpose
 */
public record Sources(JoinedDaemonApi api, ConfigInForce config,
        Function<String, Map<String, @Nullable String>> params, WallClock clock) {
}
