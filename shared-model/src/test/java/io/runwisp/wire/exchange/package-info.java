/**
 * What is said on a port, held against the document of the API; shared by the tests of all modules.
 *
 * <p>Exchanges may be looked at by any thread, the frames of one stream by one thread at a time. Knows no server and no client. Invariant: what the document does
 * not name is a fault.
 */
@NullMarked
package io.runwisp.wire.exchange;

import org.jspecify.annotations.NullMarked;
