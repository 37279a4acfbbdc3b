package io.runwisp.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a page is found.
 *
 * @param index the index that is walked, or the family of the sort's indexes when the branches fix its first column
 * @param by the column that each branch fixes, or null for one branch over everything
 * @param values what the branches fix it to
 * @param cost in nanoseconds, as far as counts can tell
 */
record RunWalk(String index, @Nullable String by, List<String> values, long cost) {
}
