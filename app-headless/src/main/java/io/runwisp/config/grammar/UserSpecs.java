package io.runwisp.config.grammar;

import org.jspecify.annotations.Nullable;

/** The grammar of accounts: {@code user} or {@code user:group}, names or numbers. Nothing is looked up. */
public final class UserSpecs {

    private UserSpecs() {
    }

    /**
     * Who is meant.
     *
     * @param user a name or a number
     * @param group a name or a number; null means the user's own groups
     */
    public record UserSpec(String user, @Nullable String group) {
    }

    /** Reads one account. Blanks within a name are allowed, because directory services have such groups. */
    public static Reading<UserSpec> read(String text) {
        if (text.isBlank()) {
            return Reading.bad(0, text.length(), "it is blank");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return Reading.bad(i, 1, "it contains a control character");
            }
        }
        int colon = text.indexOf(':');
        int second = text.indexOf(':', colon + 1);
        if (colon >= 0 && second >= 0) {
            return Reading.bad(second, text.length() - second, "it has more than one colon, expected user:group");
        }
        String user = colon < 0 ? text : text.substring(0, colon);
        String group = colon < 0 ? null : text.substring(colon + 1);
        if (user.isBlank()) {
            return Reading.bad(0, colon + 1, "the user before the colon is missing");
        }
        if (group != null && group.isBlank()) {
            return Reading.bad(colon, text.length() - colon, "the group after the colon is missing");
        }
        if (!user.equals(user.strip())) {
            return Reading.bad(0, user.length(), "the user begins or ends with a blank");
        }
        if (group != null && !group.equals(group.strip())) {
            return Reading.bad(colon + 1, group.length(), "the group begins or ends with a blank");
        }
        return Reading.good(new UserSpec(user, group));
    }
}
