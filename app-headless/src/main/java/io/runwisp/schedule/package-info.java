/**
 * When a task is due: reads the text of a {@code cron} key and computes the instants at which it fires, in any zone.
 *
 * <p>Owned by no thread: every value is immutable and every function pure, so engine, API and command line all ask.
 * Imports {@code io.runwisp.config} for its port and for durations, zones and near names, and is the only package that
 * sees cron-utils.
 * Invariants: no clock is read here, the instant comes in; a tick is run, or is answered as a slot that says why not.
 */
@NullMarked
package io.runwisp.schedule;

import org.jspecify.annotations.NullMarked;
