/**
 * The dashboard of the assembled image, in the Chromium of the system: what people see, press and wait for.
 *
 * <p>One browser and one daemon serve all tests ({@link io.runwisp.dashboard.Stage}); each test has a browser profile of its own ({@link
 * io.runwisp.dashboard.Tab}), which minds what must never happen. Tests that end a daemon have one of their own. Things are found by role, label and text, as
 * people and screen readers find them. Everything runs on the thread of the tests: Playwright allows no other.
 */
@NullMarked
package io.runwisp.dashboard;

import org.jspecify.annotations.NullMarked;
