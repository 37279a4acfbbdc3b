package io.runwisp.store;

/** A row of {@code run_counts}: how many runs are alike in what is filtered by most. */
record RunCell(String taskName, String outcome, String triggeredBy, int exitCode, boolean retried, long n) {
}
