package dev.idp.kubernetes.internal.tree;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plain scalar means to Kubernetes, which reads YAML 1.1 by way of <a
 * href="https://github.com/kubernetes-sigs/yaml">sigs.k8s.io/yaml</a>: {@code yes} is true and {@code 010} is eight, while
 * dates are texts, and so is {@code 1:30}.
 */
final class YamlScalars {

    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");

    private static final Map<String, Boolean> BOOLEANS = Map.ofEntries(
            Map.entry("y", true),
            Map.entry("Y", true),
            Map.entry("yes", true),
            Map.entry("Yes", true),
            Map.entry("YES", true),
            Map.entry("true", true),
            Map.entry("True", true),
            Map.entry("TRUE", true),
            Map.entry("on", true),
            Map.entry("On", true),
            Map.entry("ON", true),
            Map.entry("n", false),
            Map.entry("N", false),
            Map.entry("no", false),
            Map.entry("No", false),
            Map.entry("NO", false),
            Map.entry("false", false),
            Map.entry("False", false),
            Map.entry("FALSE", false),
            Map.entry("off", false),
            Map.entry("Off", false),
            Map.entry("OFF", false));

    private static final Map<String, Double> LIMITS = Map.of(
            ".inf", Double.POSITIVE_INFINITY,
            ".Inf", Double.POSITIVE_INFINITY,
            ".INF", Double.POSITIVE_INFINITY,
            "+.inf", Double.POSITIVE_INFINITY,
            "-.inf", Double.NEGATIVE_INFINITY,
            "-.Inf", Double.NEGATIVE_INFINITY,
            ".nan", Double.NaN,
            ".NaN", Double.NaN,
            ".NAN", Double.NaN);

    private static final Pattern INTEGER =
            Pattern.compile("(?<sign>[-+]?)(?:0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<binary>[01]+)|0[oO]?(?<octal>[0-7]+)"
                    + "|(?<decimal>0|[1-9][0-9]*))");

    private static final Pattern FRACTION = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    /** Most scalars are texts, and need no closer look. */
    private static final String NUMBERS_START = "+-.0123456789";

    private YamlScalars() {}

    static @Nullable Object resolve(String plain) {
        if (NULL.contains(plain)) {
            return null;
        }
        Boolean bool = BOOLEANS.get(plain);
        if (bool != null) {
            return bool;
        }
        if (NUMBERS_START.indexOf(plain.charAt(0)) < 0) {
            return plain;
        }
        Object number = number(plain.replace("_", ""));
        return number == null ? plain : number;
    }

    private static @Nullable Object number(String plain) {
        if (LIMITS.containsKey(plain)) {
            return LIMITS.get(plain);
        }
        var integer = INTEGER.matcher(plain);
        if (integer.matches()) {
            BigInteger value;
            if (integer.group("hex") != null) {
                value = new BigInteger(integer.group("hex"), 16);
            } else if (integer.group("binary") != null) {
                value = new BigInteger(integer.group("binary"), 2);
            } else if (integer.group("octal") != null) {
                value = new BigInteger(integer.group("octal"), 8);
            } else {
                value = new BigInteger(integer.group("decimal"));
            }
            BigInteger signed = integer.group("sign").equals("-") ? value.negate() : value;
            return signed.bitLength() < Long.SIZE ? (Object) signed.longValue() : signed;
        }
        return FRACTION.matcher(plain).matches() ? Double.valueOf(plain) : null;
    }
}
