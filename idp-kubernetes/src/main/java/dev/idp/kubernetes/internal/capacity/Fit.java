package dev.idp.kubernetes.internal.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far autoscalers may go so that all fits: each gives up the same part of what it has beyond its least. */
final class Fit {

    private Fit() {}

    /** Maxima of what is scaled; empty if it would not fit at any. */
    static Optional<Map<Share, Long>> of(Sum sum, BigDecimal hard) {
        List<Share> scaled = sum.shares().stream().filter(Share::isScaled).toList();
        Map<Share, Long> maxima = new LinkedHashMap<>();
        scaled.forEach(share -> maxima.put(share, share.scale().least()));
        BigDecimal atLeast = sum.most(maxima);
        BigDecimal free = hard.subtract(atLeast);
        if (scaled.isEmpty() || free.signum() < 0) {
            return Optional.empty();
        }
        BigDecimal wanted = sum.most().subtract(atLeast);
        for (Share share : scaled) {
            BigDecimal beyond =
                    BigDecimal.valueOf(share.scale().most() - share.scale().least());
            long given =
                    beyond.multiply(free).divide(wanted, 0, RoundingMode.DOWN).longValue();
            maxima.put(share, share.scale().least() + given);
        }
        // A surge is rounded up, so that a little less than the fair part may have to do.
        while (sum.most(maxima).compareTo(hard) > 0) {
            Share largest = scaled.stream()
                    .filter(share ->
                            maxima.getOrDefault(share, 0L) > share.scale().least())
                    .max(Comparator.comparing(share -> share.of(maxima.getOrDefault(share, 0L))))
                    .orElseThrow();
            maxima.merge(largest, -1L, Long::sum);
        }
        return Optional.of(maxima);
    }
}
