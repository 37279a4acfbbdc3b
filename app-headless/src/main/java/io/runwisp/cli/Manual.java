package io.runwisp.cli;

import java.util.List;

/**
 * What there is to know about a command: the argument reader obeys it and the help prints it.
 *
 * @param name what one types
 * @param summary one line for the list of commands, without a full stop
 * @param operands what may stand behind the options, each of them optional
 * @param details paragraphs for the command's own help
 * @param options its own options, besides those of every command
 * @param examples uses to copy
 */
public record Manual(String name, String summary, List<Operand> operands, List<String> details, List<Option> options,
        List<Example> examples) {

    /**
     * An argument without a name.
     *
     * @param name what it is called in the help
     * @param summary what it is
     */
    public record Operand(String name, String summary) {
    }

    /**
     * A use of the command.
     *
     * @param line what one types
     * @param meaning what it does
     */
    public record Example(String line, String meaning) {
    }
}
