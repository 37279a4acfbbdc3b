/**
 * Measurements of the assembled program as a supervisor, beside those that people use today: supervisord, PM2, cron, a loop in a shell.
 *
 * <p>Everything is measured from outside, by what the children write down and by what the kernel tells of a process, so that nobody is asked how well
 * he did. Invariants: every process started here carries the mark of its {@link io.runwisp.bench.supervision.Family} and is gone when the bench ends,
 * however it ends; contenders take turns within one run, because a machine is not equally fast twice.
 */
@NullMarked
package io.runwisp.bench.supervision;

import org.jspecify.annotations.NullMarked;
