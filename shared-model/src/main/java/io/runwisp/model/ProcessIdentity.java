package io.runwisp.model;

import java.util.List;

/**
 * What tells a process from every other, also from a later one with the same number.
 *
 * @param startTicks its start as the kernel counts it, in ticks since the machine's start
 * @param bootId the start of the machine in which these numbers mean something
 * @param session the session that it leads
 * @param pipeInodes the pipes that it was given for its output
 */
public record ProcessIdentity(long pid, long startTicks, String bootId, long session, List<Long> pipeInodes) {

    public ProcessIdentity {
        pipeInodes = List.copyOf(pipeInodes);
    }
}
