/**
 * Assembles the image from what Maven built: trimmed JDK, jars, licences, launcher and AOT cache.
 *
 * <p>Runs once in the build, on the thread of {@code main}, on the JDK that the image is made from. Imports the JDK only, and nothing imports it.
 * Invariant: an image is made from nothing each time, so no part of it is older than another.
 */
@NullMarked
package io.runwisp.installers;

import org.jspecify.annotations.NullMarked;
