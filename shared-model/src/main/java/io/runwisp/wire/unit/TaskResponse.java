package io.runwisp.wire.unit;

import io.runwisp.model.UnitKind;
import io.runwisp.wire.json.Flat;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;
import org.jspecify.annotations.Nullable;

/**
 * A task or a service: what it is and what it does now. The command is never told.
 *
 * @param group the heading that it stands under
 * @param apiTrigger whether people and programs may start it
 * @param now what it does
 * @param rules what holds for each of its runs
 * @param task what it has as a task
 * @param service what it has as a service
 */
public record TaskResponse(@Required String name, @Required @Words(UnitKind.class) String kind, @Required String group,
        @Nullable String description, boolean apiTrigger, @Required @Flat UnitNow now, @Required @Flat RunRules rules,
        @Flat @Nullable TaskRules task, @Flat @Nullable ServiceRules service) {
}
