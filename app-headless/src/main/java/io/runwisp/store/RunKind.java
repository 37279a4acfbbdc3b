package io.runwisp.store;

/** All that a filter can ask of a sort of run, but its unit. */
record RunKind(String outcome, String triggeredBy, int exitCode, boolean retried) {

    static RunKind of(RunCell cell) {
        return new RunKind(cell.outcome(), cell.triggeredBy(), cell.exitCode(), cell.retried());
    }

    /** Reads its four columns with tabs between, as {@code run_spans} has them. */
    static RunKind read(String text) {
        String[] words = text.split("\t", -1);
        return new RunKind(words[0], words[1], Integer.parseInt(words[2]), words[3].equals("1"));
    }
}
