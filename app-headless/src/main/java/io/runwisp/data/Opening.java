package io.runwisp.data;

import java.nio.file.Path;
import java.util.List;

/** What came of opening a data directory, which is the first step of a start. */
public sealed interface Opening {

    /**
     * It is there, belongs to this user, can be written, and no other has the right to come in unless it was given on
     * purpose.
     *
     * @param directory its real path: a symbolic link on the way to it may change later without harm
     * @param notices what was put right on the way, a sentence or two each
     */
    record Opened(DataDirectory directory, List<String> notices) implements Opening {

        public Opened {
            notices = List.copyOf(notices);
        }
    }

    /** It cannot be used. Directories that were made on the way stay. */
    record Refused(Refusal refusal) implements Opening {
    }

    /** Makes the directory if there is none, with missing parents, and looks at what is there. */
    static Opening of(Path wanted) {
        return new Inspection(wanted.toAbsolutePath()).run();
    }
}
