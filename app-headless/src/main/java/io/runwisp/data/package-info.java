/**
 * The data directory: where all that the daemon keeps lies, with which modes, and the lock that makes one daemon its
 * owner.
 *
 * <p>Owned by whoever boots. Imports the JDK only; lies on the ground floor. Invariants: modes are set explicitly,
 * whatever the umask; no symbolic link is followed where a file is created; while the lock is held nobody in this
 * process opens its file a second time.
 */
@NullMarked
package io.runwisp.data;

import org.jspecify.annotations.NullMarked;
