package io.runwisp.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Schedules in words, for those that people write most; a line that needs more words than it has characters is better read as it is. Pure. */
public final class ScheduleWords {

    private static final Map<String, String> NICKNAMES = Map.of("@yearly", "on 1 January at 00:00", "@annually",
            "on 1 January at 00:00", "@monthly", "on day 1 of each month at 00:00", "@weekly", "every Sunday at 00:00",
            "@daily", "every day at 00:00", "@midnight", "every day at 00:00", "@hourly", "every hour at :00");
    private static final List<String> DAYS = List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
            "Saturday", "Sunday");
    private static final List<String> NAMES = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern STEP = Pattern.compile("\\*/(\\d{1,2})");
    private static final int FIELDS = 5;

    private ScheduleWords() {
    }

    /** The words, or nothing when the line says it better. */
    public static Optional<String> of(Schedule schedule) {
        if (schedule instanceof EverySchedule every) {
            return Optional.of("every " + length(every.period()));
        }
        String text = schedule.text().replaceFirst("^TZ=\\S+ ", "");
        String nickname = NICKNAMES.get(text);
        return nickname == null ? line(text.split(" ", -1)) : Optional.of(nickname);
    }

    private static Optional<String> line(String[] fields) {
        if (fields.length != FIELDS || !fields[3].equals("*")) {
            return Optional.empty();
        }
        String minute = fields[0];
        String hour = fields[1];
        boolean everyDay = fields[2].equals("*") && fields[4].equals("*");
        Matcher step = STEP.matcher(minute);
        if (everyDay && hour.equals("*")) {
            if (minute.equals("*")) {
                return Optional.of("every minute");
            }
            if (step.matches()) {
                int every = Integer.parseInt(step.group(1));
                return every > 1 && 60 % every == 0 ? Optional.of("every " + every + " minutes") : Optional.empty();
            }
            return NUMBER.matcher(minute).matches() ? Optional.of("every hour at :" + two(minute)) : Optional.empty();
        }
        if (!NUMBER.matcher(minute).matches() || !NUMBER.matcher(hour).matches()) {
            return Optional.empty();
        }
        return days(fields[2], fields[4]).map(days -> days + " at " + two(hour) + ":" + two(minute));
    }

    private static Optional<String> days(String ofMonth, String ofWeek) {
        if (ofWeek.equals("*")) {
            return ofMonth.equals("*")
                    ? Optional.of("every day")
                    : Optional.of(ofMonth)
                        .filter(day -> NUMBER.matcher(day).matches())
                        .map(
                                day -> "on day " + Integer.parseInt(day) + " of each month");
        }
        return ofMonth.equals("*") ? week(ofWeek) : Optional.empty();
    }

    private static Optional<String> week(String ofWeek) {
        String[] ends = ofWeek.split("-", -1);
        if (ends.length == 2) {
            return day(ends[0]).flatMap(first -> day(ends[1]).map(last -> first + " to " + last));
        }
        List<String> days = new ArrayList<>();
        for (String one : ofWeek.split(",", -1)) {
            Optional<String> day = day(one);
            if (day.isEmpty()) {
                return Optional.empty();
            }
            days.add(day.get());
        }
        String last = days.removeLast();
        return Optional.of("every " + (days.isEmpty() ? last : String.join(", ", days) + " and " + last));
    }

    private static Optional<String> day(String written) {
        int name = NAMES.indexOf(written.toLowerCase(Locale.ROOT));
        if (name >= 0) {
            return Optional.of(DAYS.get(name));
        }
        return NUMBER.matcher(written).matches() && Integer.parseInt(written) < DAYS.size()
                ? Optional.of(DAYS.get(Integer.parseInt(written)))
                : Optional.empty();
    }

    private static String two(String number) {
        return String.format(Locale.ROOT, "%02d", Integer.parseInt(number));
    }

    private static String length(Duration period) {
        List<String> parts = new ArrayList<>();
        part(parts, period.toDays(), "day");
        part(parts, period.toHoursPart(), "hour");
        part(parts, period.toMinutesPart(), "minute");
        part(parts, period.toSecondsPart(), "second");
        String text = String.join(" ", parts);
        return text.startsWith("1 ") && parts.size() == 1 ? text.substring(2) : text;
    }

    private static void part(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }
}
