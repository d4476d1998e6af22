package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.kubernetes.check.Proposal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much containers should ask for, by what they used. */
public final class Sizing {

    private static final int PERCENTILE = 95;
    private static final BigDecimal CPU_STEP = new BigDecimal("0.01");
    private static final BigDecimal MEMORY_STEP = BigDecimal.valueOf(16L << 20);
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);

    private static final BigDecimal HEAD_ROOM = new BigDecimal("1.2");

    private final List<Proposal> proposals = new ArrayList<>();

    private Sizing() {}

    /**
     * Proposes what to change.
     *
     * @param objects the objects
     * @param records what was used
     * @return proposals, in the order of the objects
     */
    public static List<Proposal> propose(ObjectSet objects, List<UsageRecord> records) {
        Sizing sizing = new Sizing();
        Owners owners = new Owners(objects, records);
        Map<Namespace.Key, Ranges> ranges = new HashMap<>();
        Namespace.byKey(objects).forEach((key, namespace) -> ranges.put(key, Ranges.of(namespace)));
        for (Pod pod : objects.pods()) {
            Ranges own = ranges.getOrDefault(Namespace.Key.of(pod.object()), Ranges.NONE);
            pod.containers().stream()
                    .filter(Container::isLasting)
                    .forEach(container -> sizing.container(container, Resources.of(container, own), owners));
        }
        return List.copyOf(sizing.proposals);
    }

    private void container(Container container, Resources now, Owners owners) {
        owners.series(container, UsageRecord.CPU).ifPresent(series -> cpu(container, now, series));
        owners.series(container, UsageRecord.MEMORY).ifPresent(series -> memory(container, now, series));
    }

    private void cpu(Container container, Resources now, Series series) {
        BigDecimal usual = series.percentile(PERCENTILE);
        BigDecimal request = roundedUp(usual, CPU_STEP);
        // A limit below the request is refused; one above it, or none, is somebody's decision.
        Optional<BigDecimal> limit = limit(now, UsageRecord.CPU).map(request::max);
        add(
                container,
                UsageRecord.CPU,
                now,
                request,
                limit,
                series,
                PERCENTILE + " % of " + series + " are at most " + millis(usual) + ", the peak is "
                        + millis(series.peak()) + "; rounded up to 10m");
    }

    private void memory(Container container, Resources now, Series series) {
        BigDecimal enough = roundedUp(series.peak().multiply(HEAD_ROOM), MEMORY_STEP);
        add(
                container,
                UsageRecord.MEMORY,
                now,
                enough,
                Optional.of(enough),
                series,
                "the peak of " + series + " is " + mebibytes(series.peak())
                        + "; with 20 % head-room, rounded up to 16Mi");
    }

    private void add(
            Container container,
            String resource,
            Resources now,
            BigDecimal request,
            Optional<BigDecimal> limit,
            Series series,
            String reasoning) {
        Optional<BigDecimal> requestNow = request(now, resource);
        Optional<BigDecimal> limitNow = limit(now, resource);
        if (same(requestNow, Optional.of(request)) && same(limitNow, limit)) {
            return;
        }
        proposals.add(new Proposal(
                container.pod().object(),
                container.name(),
                resource,
                text(resource, requestNow),
                text(resource, limitNow),
                Quantities.format(resource, request),
                text(resource, limit),
                !series.isMany() || !series.isLong(),
                reasoning + weakness(series)));
    }

    private static String weakness(Series series) {
        if (!series.isLong()) {
            return "; weak, since it is less than a day";
        }
        return series.isMany() ? "" : "; weak, since there are fewer than " + Series.ENOUGH + " samples";
    }

    private static Optional<BigDecimal> request(Resources resources, String resource) {
        return Optional.ofNullable(resources.requests().byResource().get(resource));
    }

    private static Optional<BigDecimal> limit(Resources resources, String resource) {
        return Optional.ofNullable(resources.limits().byResource().get(resource));
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.map(BigDecimal::stripTrailingZeros).equals(other.map(BigDecimal::stripTrailingZeros));
    }

    private static Optional<String> text(String resource, Optional<BigDecimal> amount) {
        return amount.map(known -> Quantities.format(resource, known));
    }

    /** At least one step: nothing runs on nothing. */
    private static BigDecimal roundedUp(BigDecimal amount, BigDecimal step) {
        return amount.divide(step, 0, RoundingMode.UP).max(BigDecimal.ONE).multiply(step);
    }

    private static String millis(BigDecimal cores) {
        return cores.movePointRight(3).setScale(0, RoundingMode.HALF_UP) + "m";
    }

    private static String mebibytes(BigDecimal octets) {
        return octets.divide(MEBIBYTE, 0, RoundingMode.HALF_UP) + "Mi";
    }
}
