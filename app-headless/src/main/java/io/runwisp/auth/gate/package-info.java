/**
 * The door of the daemon: every request passes the {@code Gate}, and every answer of it is a value that a route turns into
 * HTTP.
 *
 * <p>Any thread. Imports {@code auth} and what lies below it. Invariants: no request makes it throw; it knows no server; what
 * depends on the configuration is replaced as a whole when that is loaded again.
 */
@NullMarked
package io.runwisp.auth.gate;

import org.jspecify.annotations.NullMarked;
