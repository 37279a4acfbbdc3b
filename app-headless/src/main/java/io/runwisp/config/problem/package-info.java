/**
 * What is wrong with a configuration and where: places in files, problems, and the collector that sorts them.
 *
 * <p>Owned by the thread that loads. Imports the JDK only. Invariant: a problem names the thing, says what was expected and what to do, and never
 * carries a secret value.
 */
@NullMarked
package io.runwisp.config.problem;

import org.jspecify.annotations.NullMarked;
