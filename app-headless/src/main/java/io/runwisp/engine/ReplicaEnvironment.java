package io.runwisp.engine;

import io.runwisp.engine.definition.Command;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells a replica which one it is. */
final class ReplicaEnvironment {

    private ReplicaEnvironment() {
    }

    /** The command with its index in {@code {replica}} of every value, and in variables. */
    static Command of(Command command, int index, int count) {
        SortedMap<String, String> variables = new TreeMap<>(command.environment());
        variables.replaceAll((name, value) -> value.replace("{replica}", Integer.toString(index)));
        variables.put("RUNWISP_REPLICA_INDEX", Integer.toString(index));
        variables.put("RUNWISP_REPLICA_COUNT", Integer.toString(count));
        return command.with(command.script(), variables);
    }
}
