package dev.idp.tests.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Flaw;
import dev.idp.Schedule;
import dev.idp.Settings;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a schedule: the grammar of crontab as Kubernetes reads it (the standard parser of robfig/cron). */
class ScheduleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * *",
                "0 0 * * *",
                "5 0 * 8 *",
                "15 14 1 * *",
                "0 22 * * 1-5",
                "23 0-20/2 * * *",
                "5 4 * * sun",
                "0 0,12 1 */2 *",
                "0 4 8-14 * *",
                "0 0 1,15 * 3",
                "*/15 * * * *",
                "0 9-17 * * MON-FRI",
                "0 0 29 feb *",
                "0 0 * JAN-mar,Dec *",
                "30 3 * * mon,wed,fri",
                "59 23 31 12 6",
                "5/15 * * * *",
                "0-59/59 * * * *",
                "*/100 * * * *",
                "00 03 * * *",
                " 0 3 * * * ",
                "0\t3  *   * *",
                "@hourly",
                "@daily",
                "@midnight",
                "@weekly",
                "@monthly",
                "@yearly",
                "@annually"
            })
    void theseAreSchedules(String cron) {
        assertThat(Settings.SCHEDULE.flawOf("", Schedule.cron(cron))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 * * * * | '60' is not a minute",
                "-1 * * * * | '-1' is not a minute",
                "1-2-3 * * * * | '1-2-3' is not a minute",
                "1//2 * * * * | '1//2' is not a minute",
                "1/ * * * * | '1/' is not a minute",
                "*/0 * * * * | '*/0' is not a minute",
                "1,,2 * * * * | '1,,2' is not a minute",
                "30-10 * * * * | '30-10' is not a minute",
                "mon * * * * | 'mon' is not a minute",
                "1.5 * * * * | '1.5' is not a minute",
                "99999999999 * * * * | '99999999999' is not a minute",
                "0 24 * * * | '24' is not a hour",
                "0 0 0 * * | '0' is not a day of the month",
                "0 0 32 * * | '32' is not a day of the month",
                "0 0 L * * | 'L' is not a day of the month",
                "0 0 15W * * | '15W' is not a day of the month",
                "0 0 * 0 * | '0' is not a month",
                "0 0 * 13 * | '13' is not a month",
                "0 0 * january * | 'january' is not a month",
                "0 0 * * 7 | '7' is not a day of the week",
                "0 0 * * fri-mon | 'fri-mon' is not a day of the week",
                "0 0 * * monday | 'monday' is not a day of the week",
                "0 0 * * 1#2 | '1#2' is not a day of the week",
                "0 0 * * ? | '?' is not a day of the week",
                "0 3 * * | it has 4 fields instead of 5",
                "0 0 3 * * * | it has 6 fields instead of 5",
                "daily | it has 1 field instead of 5",
                "TZ=UTC 0 3 * * * | it has 6 fields instead of 5",
                "@every 1h | it is none of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually",
                "@Daily | it is none of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually",
                "@reboot | it is none of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually"
            })
    void theseAreNot(String cron, String why) {
        assertThat(Settings.SCHEDULE.flawOf("", Schedule.cron(cron)))
                .map(Flaw::message)
                .contains("'" + cron + "' is not a schedule: " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000 0 3 * * *", "\u0000* * * * *", "0 3 * * *\n", "0\n3 * * *", "٣ * * * *"})
    void norAreThese(String cron) {
        assertThat(Settings.SCHEDULE.flawOf("", Schedule.cron(cron))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Etc/UTC", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"})
    void aZoneHasANameInTheTimeZoneDatabase(String zone) {
        assertThat(Settings.SCHEDULE.flawOf("", Schedule.cron("@daily").inZone(ZoneId.of(zone))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlim", "+02:00", "UTC+2", "Z", "", "europe/berlin"})
    void whatNoRuntimeKnowsIsNoZone(String zone) {
        assertThat(Settings.SCHEDULE.flawOf("", new Schedule("@daily", zone)))
                .contains(new Flaw("'" + zone + "' is not a time zone", "say one like Europe/Berlin"));
    }

    @Test
    void anOffsetIsNoZoneOfARuntime() {
        assertThat(Settings.SCHEDULE.flawOf("", Schedule.cron("@daily").inZone(ZoneOffset.ofHours(2))))
                .map(Flaw::message)
                .contains("'+02:00' is not a time zone");
    }
}
