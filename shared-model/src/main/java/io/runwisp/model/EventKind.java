package io.runwisp.model;

/** What notification routes and hooks can listen to. */
public enum EventKind implements Word {
    /** A run has started. */
    RUN_STARTED("run.started"),
    /** A run has ended well. */
    RUN_SUCCEEDED("run.succeeded"),
    /** A run has failed. */
    RUN_FAILED("run.failed"),
    /** A run was ended by its timeout. */
    RUN_TIMEOUT("run.timeout"),
    /** A run was cut off by the death of the daemon. */
    RUN_CRASHED("run.crashed"),
    /** A run was stopped. */
    RUN_STOPPED("run.stopped"),
    /** A run was ended because its log was full. */
    RUN_LOG_OVERFLOW("run.log_overflow"),
    /** A replica was stopped because its health check failed. */
    RUN_UNHEALTHY("run.unhealthy"),
    /** A firing found the queue full. */
    RUN_QUEUE_FULL("run.queue_full"),
    /** A run was cut off by the end of the daemon. */
    RUN_DAEMON_STOPPED("run.daemon_stopped"),
    /** Slots passed while nobody was there to start them. */
    RUN_MISSED("run.missed"),
    /** A unit is well again after failures. */
    RUN_RECOVERED("run.recovered"),
    /** A run takes far longer than usual. */
    RUN_SLOW("run.slow"),
    /** A run prints nothing, against the habit of its unit. */
    RUN_SILENT("run.silent"),
    /** A replica has given up. */
    SERVICE_FATAL("service.fatal"),
    /** A replica was started again. */
    SERVICE_RESTARTED("service.restarted"),
    /** The disk of the logs is nearly full. */
    LOG_DISK_PRESSURE("log.disk_pressure"),
    /** The journal cannot be written, so nothing new starts. */
    JOURNAL_STALLED("journal.stalled"),
    /** A notice could not be delivered. */
    NOTIFY_DELIVERY_FAILED("notify.delivery_failed"),
    /** The configuration was reloaded. */
    CONFIG_RELOADED("config.reloaded"),
    /** The daemon serves. */
    DAEMON_STARTED("daemon.started"),
    /** The daemon is about to end. */
    DAEMON_STOPPING("daemon.stopping");

    private final String word;

    EventKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
