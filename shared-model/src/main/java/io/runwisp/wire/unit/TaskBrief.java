package io.runwisp.wire.unit;

import io.runwisp.model.OverlapPolicy;
import io.runwisp.model.RestartPolicy;
import io.runwisp.model.UnitKind;
import io.runwisp.wire.json.OneOf;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;
import org.jspecify.annotations.Nullable;

/** A unit in a few words. */
public record TaskBrief(@Required String name, boolean apiTrigger, @Required @Words(UnitKind.class) String kind,
        @Required String group, @Nullable String cron, @OneOf({
                "skip", "latest", "all"}) @Nullable String catchUp,
        @Words(RestartPolicy.class) @Nullable String restart, @Nullable Integer parallelism,
        @Words(OverlapPolicy.class) @Nullable String onOverlap, @Nullable Integer instances) {
}
