package io.runwisp.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the arguments ask for. */
sealed interface Reading {

    /** Runs a command. */
    record Run(Command command, Map<Option, List<String>> values, List<String> operands) implements Reading {
    }

    /** Explains a command, or all of them when it is null. */
    record Help(@Nullable Command command) implements Reading {
    }

    /** Says which version this is. */
    record Version() implements Reading {
    }

    /** Nothing was asked. */
    record Nothing() implements Reading {
    }

    /**
     * The arguments cannot be understood.
     *
     * @param title what is wrong with them
     * @param details what to type instead, line by line
     */
    record Fault(String title, List<String> details) implements Reading {
    }
}
