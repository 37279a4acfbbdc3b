package io.runwisp.config.grammar;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The grammar of time zones: the names of the IANA list, exactly as they stand there. */
public final class Zones {

    private Zones() {
    }

    /** Reads one zone. Fixed offsets such as {@code +02:00}, which the JDK would take, are refused. */
    public static Reading<ZoneId> read(String text) {
        if (text.isBlank()) {
            return Reading.bad(0, text.length(), "it is blank");
        }
        if (ZoneRulesProvider.getAvailableZoneIds().contains(text)) {
            return Reading.good(ZoneId.of(text));
        }
        return Reading.bad(0, text.length(), reason(text));
    }

    private static String reason(String text) {
        // Sorted, so that of equally near names the same one is shown on every machine.
        List<String> known = List.copyOf(new TreeSet<>(ZoneRulesProvider.getAvailableZoneIds()));
        Optional<String> otherCase = known.stream().filter(text::equalsIgnoreCase).findFirst();
        if (otherCase.isPresent()) {
            return "upper and lower case matter in zone names, write " + otherCase.get();
        }
        if (isOffset(text)) {
            return "it is a fixed offset, not a zone, write for example Europe/Vienna or UTC";
        }
        if (isAbbreviation(text)) {
            return "it is an abbreviation, not a zone, write for example Europe/Vienna or UTC";
        }
        return englishName(text)
            .or(() -> ofCity(known, text))
            .or(() -> NearestName.in(known, text))
            .map(near -> "no zone has this name, did you mean " + near + "?")
            .orElse("no zone has this name, write for example Europe/Vienna or UTC");
    }

    /** The zone of a city without its region. Those below Etc are no cities, and stand alone as well. */
    private static Optional<String> ofCity(List<String> known, String text) {
        String city = "/" + text.toLowerCase(Locale.ROOT);
        return known.stream()
            .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(city) && !zone.startsWith("Etc/"))
            .findFirst();
    }

    private static boolean isOffset(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        int sign = 0;
        for (String prefix : List.of("UTC", "GMT", "UT")) {
            if (upper.startsWith(prefix)) {
                sign = prefix.length();
                break;
            }
        }
        return upper.equals("Z")
                || (sign + 1 < text.length()
                        && (text.charAt(sign) == '+' || text.charAt(sign) == '-')
                        && Ascii.isDigit(text.charAt(sign + 1)));
    }

    private static boolean isAbbreviation(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return text.length() <= 5;
    }

    /** The zone behind a city's name in its own language, which counting edits would take for another city. */
    private static Optional<String> englishName(String text) {
        String city = text.substring(text.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String zone = switch (city) {
            case "wien", "graz", "linz", "salzburg" -> "Vienna";
            case "hamburg", "frankfurt", "munich", "münchen", "muenchen", "köln", "koeln", "cologne" -> "Berlin";
            case "zürich", "zuerich", "bern", "basel", "genf", "geneva" -> "Zurich";
            case "roma", "milano", "milan", "mailand" -> "Rome";
            case "praha", "prag" -> "Prague";
            case "warszawa", "warschau" -> "Warsaw";
            case "bruxelles", "brussel", "brüssel" -> "Brussels";
            case "lisboa", "lissabon" -> "Lisbon";
            case "københavn", "kobenhavn", "kopenhagen" -> "Copenhagen";
            case "moskva", "moskau" -> "Moscow";
            case "athina", "athen" -> "Athens";
            case "bucuresti", "bucurești", "bukarest" -> "Bucharest";
            case "beograd", "belgrad" -> "Belgrade";
            case "barcelona" -> "Madrid";
            default -> "";
        };
        return zone.isEmpty() ? Optional.empty() : Optional.of("Europe/" + zone);
    }
}
