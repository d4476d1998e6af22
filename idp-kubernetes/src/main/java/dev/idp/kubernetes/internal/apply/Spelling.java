package dev.idp.kubernetes.internal.apply;

import java.util.Set;

/** Whether a server keeps texts as they are written. Of amounts it keeps one spelling of many: {@code 1000m} becomes {@code 1}. */
enum Spelling {
    /** It does, as in custom resources, of whose fields it knows nothing. */
    EXACT,

    /** It does, but for amounts somewhere below. */
    OF_BUILT_IN,

    /** It does not. */
    OF_AMOUNT;

    private static final Set<String> AMOUNTS = Set.of(
            "limits",
            "requests",
            "hard",
            "capacity",
            "overhead",
            "min",
            "max",
            "default",
            "defaultRequest",
            "maxLimitRequestRatio",
            "sizeLimit",
            "averageValue",
            "divisor");

    private static final Set<String> TEXTS =
            Set.of("data", "labels", "annotations", "matchLabels", "selector", "nodeSelector", "env");

    static Spelling inGroup(String group) {
        return group.contains(".") && !group.endsWith(".k8s.io") ? EXACT : OF_BUILT_IN;
    }

    Spelling of(String field) {
        if (this != OF_BUILT_IN) {
            return this;
        }
        return AMOUNTS.contains(field) ? OF_AMOUNT : TEXTS.contains(field) ? EXACT : this;
    }
}
