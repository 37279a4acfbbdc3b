/**
 * Tells people and programs what is wrong with a configuration: the line, a mark under the spot, and the way out.
 *
 * <p>Owned by the thread that runs the command. Imports {@code cli.terminal}, {@code config} and Jackson's generator.
 * Invariants: a secret value is never printed; a mark stands under what it means, whatever the line holds.
 */
@NullMarked
package io.runwisp.cli.report;

import org.jspecify.annotations.NullMarked;
