/**
 * What is due, and why something did or did not run.
 *
 * <p>Owned by no thread: each question is answered on the thread that asks. Imports {@code engine}, {@code schedule}, {@code store}, {@code wire} and what lies
 * below. Invariants: slots come from the planner's own schedules; causes come from what was recorded, never from a guess; each answer is bounded.
 */
@NullMarked
package io.runwisp.api.foresight;

import org.jspecify.annotations.NullMarked;
