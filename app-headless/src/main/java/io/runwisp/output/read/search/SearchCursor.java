package io.runwisp.output.read.search;

import io.runwisp.model.RunId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a search goes on. New runs do not shift it, because it names the run and not a position in a list.
 *
 * @param line the first line of the run that has not been searched
 */
record SearchCursor(RunId run, long line) {

    private static final Pattern JSON = Pattern.compile("\\{\"run\":\"([0-9A-Z]{26})\",\"line\":(\\d{1,18})}");

    static Optional<SearchCursor> of(String text) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Matcher matcher = JSON.matcher(json);
            return matcher.matches() && RunId.isValid(matcher.group(1))
                    ? Optional.of(new SearchCursor(new RunId(matcher.group(1)), Long.parseLong(matcher.group(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        String json = "{\"run\":\"" + run + "\",\"line\":" + line + "}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
