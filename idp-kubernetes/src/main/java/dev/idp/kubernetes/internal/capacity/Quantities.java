package dev.idp.kubernetes.internal.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts as Kubernetes writes them.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
public final class Quantities {

    private static final Pattern QUANTITY = Pattern.compile(
            "([+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40}))" + "(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?\\d{1,2}))?");

    private static final List<String> BINARY = List.of("Ei", "Pi", "Ti", "Gi", "Mi", "Ki");

    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);

    /** What is smaller does not exist: the API server rounds it up. */
    private static final int NANO = 9;

    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Quantities() {}

    /**
     * Reads an amount.
     *
     * @param text for example {@code 250m}, {@code 1.5Gi} or {@code 2e3}
     * @return the amount; empty if the text is none
     */
    public static Optional<BigDecimal> parse(String text) {
        Matcher quantity = QUANTITY.matcher(text);
        if (!quantity.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(quantity.group(1));
        String suffix = quantity.group(2);
        String exponent = quantity.group(3);
        BigDecimal amount = number;
        if (exponent != null) {
            amount = number.scaleByPowerOfTen(Integer.parseInt(exponent));
        } else if (suffix != null) {
            amount = suffix.endsWith("i")
                    ? number.multiply(binary(suffix))
                    : number.scaleByPowerOfTen(DECIMAL.getOrDefault(suffix, 0));
        }
        return Optional.of(amount.min(GREATEST).max(GREATEST.negate()).setScale(NANO, RoundingMode.UP));
    }

    private static BigDecimal binary(String suffix) {
        return BigDecimal.valueOf(1L << (10 * (BINARY.size() - BINARY.indexOf(suffix))));
    }

    /**
     * Writes an amount in the unit that people use for a resource.
     *
     * @param resource the resource, as quotas and containers call it
     * @param amount how much
     * @return for example {@code 250m} of {@code requests.cpu}, {@code 512Mi} of {@code memory}, {@code 12} of {@code pods}
     */
    public static String format(String resource, BigDecimal amount) {
        if (resource.endsWith("cpu")) {
            return cores(amount);
        }
        boolean isOctets =
                resource.endsWith("memory") || resource.endsWith("storage") || resource.contains("hugepages-");
        return isOctets ? octets(amount) : plain(amount);
    }

    private static String cores(BigDecimal amount) {
        return isWhole(amount) ? plain(amount) : plain(amount.movePointRight(3)) + "m";
    }

    private static String octets(BigDecimal amount) {
        if (amount.signum() != 0) {
            for (String unit : BINARY) {
                BigDecimal[] parts = amount.divideAndRemainder(binary(unit));
                if (parts[1].signum() == 0) {
                    return plain(parts[0]) + unit;
                }
            }
        }
        return plain(amount);
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.remainder(BigDecimal.ONE).signum() == 0;
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
