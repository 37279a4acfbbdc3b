package io.runwisp.engine.definition;

import io.runwisp.config.Unit;
import io.runwisp.config.language.Key;
import io.runwisp.config.language.PartKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.TaskKeys;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be given to the runs of a task. */
final class Params {

    private static final Map<ParamDefinition.Kind, Key<String>> KINDS = new EnumMap<>(Map.of(
            ParamDefinition.Kind.ENV, PartKeys.ENV,
            ParamDefinition.Kind.ARG, PartKeys.ARG,
            ParamDefinition.Kind.OPTION, PartKeys.OPTION,
            ParamDefinition.Kind.FLAG, PartKeys.FLAG));

    private Params() {
    }

    static List<ParamDefinition> of(Unit task) {
        List<Settings> tables = task.get(TaskKeys.PARAMS);
        return tables == null ? List.of() : tables.stream().map(Params::one).toList();
    }

    private static ParamDefinition one(Settings param) {
        for (Map.Entry<ParamDefinition.Kind, Key<String>> kind : KINDS.entrySet()) {
            String key = param.get(kind.getValue());
            if (key != null) {
                @Nullable
                List<String> choices = param.get(PartKeys.CHOICES);
                return new ParamDefinition(kind.getKey(), key, param.get(PartKeys.DEFAULT),
                        param.value(PartKeys.REQUIRED), param.value(PartKeys.TYPE),
                        choices == null ? List.of() : choices, param.value(PartKeys.ALLOW_CUSTOM),
                        param.value(PartKeys.DESCRIPTION));
            }
        }
        throw new IllegalArgumentException("A parameter without env, arg, option or flag was accepted");
    }
}
