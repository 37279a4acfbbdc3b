package io.runwisp.wire.daemon;

import io.runwisp.wire.json.Required;

/**
 * What the machine does, and what it is.
 *
 * @param cpuUsage of the whole machine, in percent
 * @param memUsage of the whole machine, in percent
 * @param memTotal bytes
 * @param memUsed bytes
 * @param uptime of the daemon, such as {@code 3d 4h 5m}
 * @param name always {@code runwisp}
 */
public record SystemStats(double cpuUsage, double memUsage, long memTotal, long memUsed, @Required String uptime,
        @Required String version, @Required String name, int cpuCores, @Required String host, @Required String os,
        @Required String arch, @Required String workDir) {
}
