/**
 * What is to happen with each slot of a task: fire, catch up, record as missed, skip, drop; and why.
 *
 * <p>Owned by no thread: values in, values out. Imports {@code schedule}, {@code time}, and {@code config} for the
 * wording of durations.
 * Invariants: every slot between the mark and now has exactly one account; no clock is read here.
 */
@NullMarked
package io.runwisp.schedule.plan;

import org.jspecify.annotations.NullMarked;
