package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Field;
import java.util.Set;

/** Where a profile of seccomp or AppArmor comes from: both name it alike, and allow the same. */
final class ProfileType {

    private static final Set<String> ALLOWED = Set.of("RuntimeDefault", "Localhost");

    private ProfileType() {}

    static String of(Field profile) {
        return profile.get("type").text().orElse("");
    }

    static boolean isAllowed(Field profile) {
        return ALLOWED.contains(of(profile));
    }
}
