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

    /** Whether any number of arguments may follow. */
    boolean takesMany() {
        return !operands.isEmpty() && operands.getLast().many();
    }

    /**
     * An argument without a name.
     *
     * @param name what it is called in the help
     * @param summary what it is
     * @param many whether more of them may follow; only the last one of a command may
     */
    public record Operand(String name, String summary, boolean many) {

        /** One argument. */
        public Operand(String name, String summary) {
            this(name, summary, false);
        }
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
