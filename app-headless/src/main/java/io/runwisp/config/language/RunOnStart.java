package io.runwisp.config.language;

/** When a task fires without being due. */
public enum RunOnStart {
    /** Never. */
    NEVER,
    /** Each time the daemon starts. */
    DAEMON,
    /** Once after each start of the machine. */
    BOOT
}
