/**
 * Figures for Prometheus: the text of {@code /metrics}.
 *
 * <p>Owned by no thread. Imports {@code config}, {@code store}, {@code time} and {@code api.host}. Invariants: the text is OpenMetrics 1.0 to the letter; what
 * counts runs never shrinks while the database lives; the number of lines has a bound, whatever the configuration.
 */
@NullMarked
package io.runwisp.api.metrics;

import org.jspecify.annotations.NullMarked;
