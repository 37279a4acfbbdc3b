package io.runwisp.cli;

import io.runwisp.config.Unit;
import io.runwisp.config.language.Key;
import io.runwisp.config.language.PartKeys;
import io.runwisp.config.language.Settings;
import io.runwisp.config.language.TaskKeys;
import java.util.ArrayList;
import java.util.List;

/** The names of what can be given to the runs of a task. */
final class TaskParams {

    private static final List<Key<String>> KINDS = List.of(PartKeys.ENV, PartKeys.ARG, PartKeys.OPTION, PartKeys.FLAG);

    private TaskParams() {
    }

    /** As the configuration writes them, in its order. */
    static List<String> keys(Unit task) {
        List<String> keys = new ArrayList<>();
        List<Settings> params = task.get(TaskKeys.PARAMS);
        if (params != null) {
            for (Settings param : params) {
                for (Key<String> kind : KINDS) {
                    String key = param.get(kind);
                    if (key != null) {
                        keys.add(key);
                    }
                }
            }
        }
        return keys;
    }
}
