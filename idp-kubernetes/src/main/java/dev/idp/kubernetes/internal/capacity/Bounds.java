package dev.idp.kubernetes.internal.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** What of a range something does not keep to, in words, by resource. */
final class Bounds {

    private static final String CLAIM = "PersistentVolumeClaim";

    private final Range range;
    private final Resources resources;
    private final Map<String, String> broken = new TreeMap<>();

    private Bounds(Range range, Resources resources) {
        this.range = range;
        this.resources = resources;
    }

    static Map<String, String> broken(Range range, Resources resources) {
        Bounds bounds = new Bounds(range, resources);
        range.min().byResource().forEach(bounds::min);
        range.max().byResource().forEach(bounds::max);
        range.ratio().byResource().forEach(bounds::ratio);
        return bounds.broken;
    }

    private void min(String resource, BigDecimal least) {
        if (!resources.requests().has(resource)) {
            add(
                    resource,
                    "it asks for no " + resource + ", and " + range.object() + " wants at least "
                            + Quantities.format(resource, least));
        } else if (resources.requests().get(resource).compareTo(least) < 0) {
            add(
                    resource,
                    "its " + resource + " request " + request(resource) + " is below the "
                            + Quantities.format(resource, least) + " of " + range.object());
        } else if (resources.limits().has(resource)
                && resources.limits().get(resource).compareTo(least) < 0) {
            add(
                    resource,
                    "its " + resource + " limit " + limit(resource) + " is below the "
                            + Quantities.format(resource, least) + " of " + range.object());
        }
    }

    private void max(String resource, BigDecimal most) {
        boolean isClaim = range.type().equals(CLAIM);
        if (!resources.limits().has(resource)) {
            add(
                    resource,
                    "it has no " + resource + (isClaim ? " request" : " limit") + ", and " + range.object()
                            + " allows at most " + Quantities.format(resource, most));
        } else if (resources.limits().get(resource).compareTo(most) > 0) {
            add(
                    resource,
                    "its " + resource + (isClaim ? " request " : " limit ") + limit(resource) + " is above the "
                            + Quantities.format(resource, most) + " of " + range.object());
        } else if (resources.requests().get(resource).compareTo(most) > 0) {
            add(
                    resource,
                    "its " + resource + " request " + request(resource) + " is above the "
                            + Quantities.format(resource, most) + " of " + range.object());
        }
    }

    private void ratio(String resource, BigDecimal most) {
        BigDecimal request = resources.requests().get(resource);
        BigDecimal limit = resources.limits().get(resource);
        if (request.signum() == 0 || limit.signum() == 0) {
            add(
                    resource,
                    "it has no " + resource + (limit.signum() == 0 ? " limit" : " request") + ", and " + range.object()
                            + " allows a limit of at most " + plain(most) + " times the request");
        } else if (limit.compareTo(request.multiply(most)) > 0) {
            add(
                    resource,
                    "its " + resource + " limit " + limit(resource) + " is "
                            + plain(limit.divide(request, 1, RoundingMode.HALF_UP)) + " times its request "
                            + request(resource)
                            + ", and " + range.object() + " allows " + plain(most));
        }
    }

    private void add(String resource, String what) {
        broken.merge(resource, what, (first, second) -> first + "; " + second);
    }

    private String request(String resource) {
        return Quantities.format(resource, resources.requests().get(resource));
    }

    private String limit(String resource) {
        return Quantities.format(resource, resources.limits().get(resource));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
