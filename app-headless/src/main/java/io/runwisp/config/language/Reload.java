package io.runwisp.config.language;

/** What a reload does with a changed key. */
public enum Reload {
    /** It counts from the next decision on. */
    LIVE("at reload"),
    /** Running replicas of the service are replaced. */
    RECYCLE("at reload; running replicas are recycled"),
    /** It is read when the daemon starts. */
    BOOT("at the next start of the daemon");

    private final String shown;

    Reload(String shown) {
        this.shown = shown;
    }

    /** When a change counts, in words. */
    public String shown() {
        return shown;
    }
}
