package io.runwisp.notify.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must not be in any text about a notifier, in the forms in which a provider may send it back. */
final class Secrets {

    private static final String REDACTED = "[redacted]";
    private static final String NEVER = "(?!)";
    private static final int LONGEST_SHOWN = 300;

    private final Pattern forms;

    Secrets(Collection<String> secrets) {
        List<String> forms = new ArrayList<>();
        for (String secret : secrets) {
            if (!secret.isBlank()) {
                forms.add(secret);
                forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
                forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
                forms.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
                forms.add(Escape.HTML.of(secret));
                forms.add(Escape.JSON.of(secret));
            }
        }
        // What is part of another must not leave the rest of it behind.
        forms.sort(Comparator.comparingInt(String::length).reversed());
        this.forms = Pattern.compile(forms.isEmpty()
                ? NEVER
                : forms.stream().distinct().map(Pattern::quote).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE);
    }

    /** A text of somebody else as it may be shown: in one line, short, without secrets. */
    String shown(String text) {
        String shown = forms.matcher(Clip.line(text.replace("\\/", "/"))).replaceAll(REDACTED);
        return Clip.units(shown.replaceAll(" {2,}", " "), LONGEST_SHOWN, Escape.NONE);
    }
}
