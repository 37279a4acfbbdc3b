/**
 * Black-box tests of the assembled image and of the scripts: real processes, as a person would start them.
 *
 * <p>They run after the image was assembled and know nothing of the program's classes. Every wait has a bound.
 */
@NullMarked
package io.runwisp.image;

import org.jspecify.annotations.NullMarked;
