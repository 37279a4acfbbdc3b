/**
 * What goes on at a daemon, as feeds that are taken piece by piece: events, the daemon's own log, the logs of runs and of services.
 *
 * <p>A feed belongs to the one thread that takes from it; others may only wake that thread. Imports {@code event}, {@code output}, {@code store}, {@code client}
 * and {@code wire}. Invariants: nobody who writes waits for a feed; what waits in one has a bound; what is left out is told; each piece that can be gone on
 * behind has an id.
 */
@NullMarked
package io.runwisp.api.stream;

import org.jspecify.annotations.NullMarked;
