package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.internal.capacity.UsageRecord.Sample;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * What all pods of a workload used of one resource in one container, for figures about it.
 *
 * @param samples by how much, the least first
 */
record Series(List<Sample> samples) {

    private static final int SECONDS_OF_AN_HOUR = 3600;
    private static final int HOURS_OF_A_DAY = 24;

    /** What fewer samples show may be chance. */
    static final int ENOUGH = 100;

    static Series of(List<UsageRecord> records) {
        return new Series(records.stream()
                .flatMap(record -> record.samples().stream())
                .sorted(Comparator.comparingDouble(Sample::amount))
                .toList());
    }

    /** The least amount that so many of a hundred samples are not above. */
    BigDecimal percentile(int percent) {
        long rank = (samples.size() * (long) percent + 99) / 100;
        return amount((int) rank - 1);
    }

    BigDecimal peak() {
        return amount(samples.size() - 1);
    }

    private BigDecimal amount(int index) {
        return BigDecimal.valueOf(samples.get(index).amount());
    }

    private long hours() {
        double first = samples.stream().mapToDouble(Sample::second).min().orElse(0);
        double last = samples.stream().mapToDouble(Sample::second).max().orElse(0);
        return (long) ((last - first) / SECONDS_OF_AN_HOUR);
    }

    boolean isLong() {
        return hours() >= HOURS_OF_A_DAY;
    }

    boolean isMany() {
        return samples.size() >= ENOUGH;
    }

    /** For example {@code 2016 samples over 7 days}. */
    @Override
    public String toString() {
        long hours = hours();
        String duration = hours < 2 * HOURS_OF_A_DAY ? count(hours, "hour") : count(hours / HOURS_OF_A_DAY, "day");
        return count(samples.size(), "sample") + " over " + duration;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
