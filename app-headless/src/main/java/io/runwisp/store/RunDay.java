package io.runwisp.store;

/** How many runs that pass a filter were created on a day (UTC), from {@code run_days}. */
record RunDay(String day, long n) {
}
