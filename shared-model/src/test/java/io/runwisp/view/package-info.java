/** Screens in tests. */
@NullMarked
package io.runwisp.view;

import org.jspecify.annotations.NullMarked;
