package dev.idp;

import dev.idp.internal.json.Fields;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a job runs again and again.
 *
 * @param cron minute, hour, day of the month, month and day of the week, as <a
 *     href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/crontab.html">crontab</a> has them, with names of
 *     months and days and with steps, or a word such as {@code @daily}
 * @param zone the time zone in which it is meant
 */
public record Schedule(String cron, String zone) {

    /** The same moment on every machine, without a day of 23 or 25 hours. */
    private static final String UTC = "Etc/UTC";

    private static final Pattern BLANKS_AROUND = Pattern.compile("^[ \\t]+|[ \\t]+$");

    private static final List<String> WORDS =
            List.of("@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59, List.of()),
            new Field("hour", 0, 23, List.of()),
            new Field("day of the month", 1, 31, List.of()),
            new Field("month", 1, 12, MONTHS),
            new Field("day of the week", 0, 6, DAYS));

    static final JsonForm<Schedule> JSON = new JsonForm<>(
            schedule -> new TreeMap<>(Map.of("cron", schedule.cron, "zone", schedule.zone)),
            json -> new Schedule(Fields.of(json).text("cron"), Fields.of(json).text("zone")));

    /**
     * Refuses null.
     *
     * @param cron five fields, or a word such as {@code @daily}
     * @param zone the time zone in which it is meant
     */
    public Schedule {
        Nulls.refuse(cron, "the cron of a schedule");
        Nulls.refuse(zone, "the time zone of a schedule");
    }

    /**
     * Returns a schedule in UTC, where no day has 23 or 25 hours.
     *
     * @param cron five fields, like {@code 30 3 * * mon-fri}, or a word such as {@code @daily}
     * @return the schedule
     */
    public static Schedule cron(String cron) {
        return new Schedule(cron, UTC);
    }

    /**
     * Returns this schedule in another time zone.
     *
     * @param zone the zone
     * @return the schedule
     */
    public Schedule inZone(ZoneId zone) {
        return new Schedule(
                cron, Nulls.refuse(zone, "the time zone of a schedule").getId());
    }

    Optional<Flaw> flaw() {
        return flawOfZone().or(this::flawOfCron);
    }

    /** A zone by its name in the time zone database: no runtime knows offsets, which Java takes for zones as well. */
    private Optional<Flaw> flawOfZone() {
        return Zones.KNOWN.contains(zone)
                ? Optional.empty()
                : Optional.of(new Flaw("'" + zone + "' is not a time zone", "say one like Europe/Berlin"));
    }

    /** Java looks through all jars for more of them, which nobody should wait for who has no schedule. */
    private static final class Zones {
        private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
    }

    private Optional<Flaw> flawOfCron() {
        if (cron.startsWith("@")) {
            return WORDS.contains(cron) ? Optional.empty() : flaw("it is none of " + String.join(", ", WORDS));
        }
        String[] fields = BLANKS_AROUND.matcher(cron).replaceAll("").split("[ \t]+");
        if (fields.length != FIELDS.size()) {
            return flaw("it has " + fields.length + (fields.length == 1 ? " field" : " fields") + " instead of 5");
        }
        for (int i = 0; i < fields.length; i++) {
            if (!FIELDS.get(i).accepts(fields[i])) {
                return flaw("'" + fields[i] + "' is not a " + FIELDS.get(i).name);
            }
        }
        return Optional.empty();
    }

    private Optional<Flaw> flaw(String why) {
        return Optional.of(new Flaw(
                "'" + cron + "' is not a schedule: " + why,
                "say minute, hour, day of the month, month, day of the week, like '30 3 * * mon-fri'"));
    }

    /** Returns for example {@code 30 3 * * mon-fri Etc/UTC}. */
    @Override
    public String toString() {
        return cron + " " + zone;
    }

    private record Field(String name, int least, int most, List<String> words) {

        private static final Pattern PART = Pattern.compile("(\\*|([a-z0-9]+)(-([a-z0-9]+))?)(/([0-9]+))?");

        boolean accepts(String text) {
            for (String part : text.toLowerCase(Locale.ROOT).split(",", -1)) {
                if (!acceptsPart(part)) {
                    return false;
                }
            }
            return true;
        }

        private boolean acceptsPart(String part) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                return false;
            }
            int step = matcher.group(6) == null ? 1 : number(matcher.group(6));
            if (step < 1) {
                return false;
            }
            if (matcher.group(1).equals("*")) {
                return true;
            }
            int from = value(matcher.group(2));
            int to = matcher.group(4) == null ? from : value(matcher.group(4));
            return from >= least && to <= most && from <= to;
        }

        private int value(String text) {
            int word = words.indexOf(text);
            return word < 0 ? number(text) : word + least;
        }

        private static int number(String digits) {
            return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : -1;
        }
    }
}
