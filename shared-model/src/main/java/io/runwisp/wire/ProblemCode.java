package io.runwisp.wire;

import io.runwisp.model.Word;
import java.util.Optional;

/** What went wrong, in one word that programs may rely on, with the status and the title that always go with it. */
public enum ProblemCode implements Word {
    /** It breaks the rules of HTTP, so nobody looked at it. */
    MALFORMED_REQUEST("malformed_request", 400, "The request is not one"),
    /** The body is no JSON at all. */
    MALFORMED_BODY("malformed_body", 400, "The body is not JSON"),
    /** The values that a run was to be given do not fit. */
    BAD_PARAMETERS("bad_parameters", 400, "The parameters do not fit the task"),
    /** A bulk command names neither ids nor all, or both. */
    BAD_SELECTOR("bad_selector", 400, "The choice of runs is not one"),
    /** The expression or the cursor of a search is wrong. */
    BAD_SEARCH("bad_search", 400, "The search cannot be made"),
    /** It ends before it begins, or is too long. */
    BAD_TIME_RANGE("bad_time_range", 400, "The stretch of time is not one"),
    /** A command that only services understand. */
    NOT_A_SERVICE("not_a_service", 400, "The unit is not a service"),
    /** It is over already. */
    RUN_NOT_RUNNING("run_not_running", 400, "The run is not running"),
    /** The file has errors; what was in force stays in force. */
    RELOAD_REJECTED("reload_rejected", 400, "The configuration was not taken"),
    /** A launch without a ticket. */
    TICKET_MISSING("ticket_missing", 400, "There is no ticket"),
    /** Neither header nor cookie. */
    TOKEN_MISSING("token_missing", 401, "There is no token"),
    /** Wrong signature, wrong claims, or no token at all. */
    TOKEN_INVALID("token_invalid", 401, "The token is not valid"),
    /** It was good once: log in again. */
    TOKEN_EXPIRED("token_expired", 401, "The token has expired"),
    /** It was used, is older than five minutes, or was never given. */
    CHALLENGE_INVALID("challenge_invalid", 401, "The challenge is unknown or has expired"),
    /** The answer to the challenge does not fit the password. */
    PASSWORD_WRONG("password_wrong", 401, "The password is wrong"),
    /** It was used, is older than a minute, or was never given. */
    TICKET_INVALID("ticket_invalid", 401, "The ticket is unknown or has expired"),
    /** The same for every failure, so that nobody learns which units exist. */
    HOOK_TOKEN_INVALID("hook_token_invalid", 401, "The token of the hook is not valid"),
    /** Its configuration has api_trigger = false. */
    API_TRIGGER_OFF("api_trigger_off", 403, "The unit may not be started from outside"),
    /** It is good for other actions of the unit. */
    HOOK_ACTION_NOT_ALLOWED("hook_action_not_allowed", 403, "The token of the hook does not allow this"),
    /** The peer is not on the loopback. */
    NOT_LOCAL("not_local", 403, "Only for clients on the same machine"),
    /** A browser was made to send it. */
    CROSS_SITE("cross_site", 403, "The request comes from another site"),
    /** The Host header names neither its address nor its external_url. */
    HOST_REFUSED("host_refused", 403, "The host is not one of this daemon"),
    /** No operation has this path. */
    ROUTE_UNKNOWN("route_unknown", 404, "There is nothing at this address"),
    /** The configuration in force has none of this name. */
    UNIT_UNKNOWN("unit_unknown", 404, "There is no such task or service"),
    /** It never was, is gone, or belongs to another unit. */
    RUN_UNKNOWN("run_unknown", 404, "There is no such run"),
    /** Its file is gone, or is none that can be read. A run that never had one has an empty log. */
    LOG_UNKNOWN("log_unknown", 404, "The run has no log"),
    /** It never was, or is gone. */
    NOTIFICATION_UNKNOWN("notification_unknown", 404, "There is no such notification"),
    /** The stream of the dashboard that it belonged to has ended: open another one. */
    CONNECTION_UNKNOWN("connection_unknown", 404, "There is no such connection"),
    /** Allow names those that it takes. */
    METHOD_NOT_ALLOWED("method_not_allowed", 405, "The address does not take this method"),
    /** Narrow it, or search one run. */
    SEARCH_TIMEOUT("search_timeout", 408, "The search took too long"),
    /** A command that only tasks understand. */
    NOT_A_TASK("not_a_task", 409, "The unit is not a task"),
    /** What is in flight cannot be deleted: stop it first. */
    RUN_ACTIVE("run_active", 409, "The run is not over"),
    /** Such as starting a service that runs. */
    NOT_NOW("not_now", 409, "This makes no sense in the present state"),
    /** 1 MiB, for a login 1 KiB. */
    BODY_TOO_LARGE("body_too_large", 413, "The body is too large"),
    /** Content-Type must be application/json. */
    MEDIA_TYPE_UNSUPPORTED("media_type_unsupported", 415, "The body is not said to be JSON"),
    /** errors names each parameter or field that is wrong. */
    INVALID_REQUEST("invalid_request", 422, "The request is not valid"),
    /** Retry-After says when to try again. */
    TOO_MANY_REQUESTS("too_many_requests", 429, "Too many requests"),
    /** 64 KiB in all. */
    HEADERS_TOO_LARGE("headers_too_large", 431, "The headers are too large"),
    /** The log of the daemon has the cause. */
    INTERNAL("internal", 500, "Something went wrong inside"),
    /** The log of the daemon has the cause. */
    STORAGE_FAILED("storage_failed", 500, "The database could not be read"),
    /** Nothing new starts until it can; mostly the disk is full. */
    JOURNAL_STALLED("journal_stalled", 503, "The journal cannot be written"),
    /** It has shown no sign of life for too long. */
    ENGINE_STUCK("engine_stuck", 503, "The engine does not answer"),
    /** 64 in all, 32 for one address. */
    TOO_MANY_STREAMS("too_many_streams", 503, "Too many streams are open"),
    /** Try the next one. */
    STOPPING("stopping", 503, "The daemon is about to end");

    private final String word;
    private final int status;
    private final String title;

    ProblemCode(String word, int status, String title) {
        this.word = word;
        this.status = status;
        this.title = title;
    }

    @Override
    public String word() {
        return word;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** What it is, for people. */
    public String title() {
        return title;
    }

    /** The code of this word; empty for one that a newer daemon may send. */
    public static Optional<ProblemCode> ofWord(String written) {
        return Word.find(values(), written);
    }
}
