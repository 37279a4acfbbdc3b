/**
 * From files to a {@code Config}: reading, includes, inheritance, and every rule that looks at more than one value.
 *
 * <p>Owned by the thread that loads. Imports the other packages of {@code config}, never {@code schedule}: cron is judged through the
 * {@code ScheduleGrammar} port. Invariant: a load reports every problem that it can see, and either a valid {@code Config} or at least one error comes out.
 */
@NullMarked
package io.runwisp.config.load;

import org.jspecify.annotations.NullMarked;
