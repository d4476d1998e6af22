package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;

/**
 * What a LimitRange says of one type of thing.
 *
 * @param object the LimitRange
 * @param type {@code Container}, {@code Pod} or {@code PersistentVolumeClaim}
 * @param min the least that one may ask for
 * @param max the most that one may get
 * @param ratio how many times its request a limit may be
 * @param limits what a container gets at most that says nothing
 * @param requests what a container gets that says nothing
 */
record Range(
        ManifestObject object, String type, Amounts min, Amounts max, Amounts ratio, Amounts limits, Amounts requests) {

    static final String CONTAINER = "Container";

    /** The API server derives defaults of containers from one another, also where nobody asked for them. */
    static Range of(Field item) {
        Amounts min = Amounts.of(item.get("min"));
        Amounts max = Amounts.of(item.get("max"));
        String type = item.get("type").text().orElse("");
        boolean hasDefaults = type.equals(CONTAINER);
        Amounts limits = hasDefaults ? Amounts.of(item.get("default")).orElse(max) : Amounts.NONE;
        Amounts requests = hasDefaults
                ? Amounts.of(item.get("defaultRequest")).orElse(limits).orElse(min)
                : Amounts.NONE;
        return new Range(item.object(), type, min, max, Amounts.of(item.get("maxLimitRequestRatio")), limits, requests);
    }
}
