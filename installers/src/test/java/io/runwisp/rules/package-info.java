/**
 * The rules of the house as tests: which package may import which, who may read a clock, start a process or print.
 *
 * <p>They look at the compiled classes of every module, so they live where every module is seen. Each rule also runs on a small world that breaks
 * it: a rule that cannot fail would protect nothing. Packages that do not exist yet already have their place in the tables.
 */
@NullMarked
package io.runwisp.rules;

import org.jspecify.annotations.NullMarked;
