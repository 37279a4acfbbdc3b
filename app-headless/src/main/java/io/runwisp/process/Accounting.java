package io.runwisp.process;

import java.util.List;

/** Who processes belong to, and how they become somebody else's. */
interface Accounting {

    /** The account of the daemon. */
    Account own(Variables variables);

    /** How to become the account that a configuration names. */
    Found change(String text);

    /** The words that have the kernel kill a process when the daemon dies; none where there is no tool for it. */
    List<String> dieWithDaemon();

    /** What came of a look-up. */
    sealed interface Found {
    }

    /**
     * The account to change to.
     *
     * @param prefix the words in front of a command that make the change
     */
    record Change(Account account, List<String> prefix) implements Found {

        public Change {
            prefix = List.copyOf(prefix);
        }
    }

    /** It cannot be changed. */
    record Impossible(String reason) implements Found {
    }
}
