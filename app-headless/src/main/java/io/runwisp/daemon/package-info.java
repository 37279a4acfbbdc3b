/**
 * Wiring: the one place where ports meet their adapters. Imports everything, is imported by nothing.
 */
@NullMarked
package io.runwisp.daemon;

import org.jspecify.annotations.NullMarked;
