package dev.idp.testing.rule;

import dev.idp.EnvironmentSettings;
import dev.idp.Setting;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The domains of two environments, when they do not count.
 *
 * @param here that of the one, or empty
 * @param there that of the other, or empty
 */
record Domains(Optional<String> here, Optional<String> there) {

    static Domains of(EnvironmentPlan here, EnvironmentPlan there, Allowed allowed) {
        return allowed.hosts()
                ? new Domains(
                        here.decision(EnvironmentSettings.DOMAIN_NAME).value(),
                        there.decision(EnvironmentSettings.DOMAIN_NAME).value())
                : new Domains(Optional.empty(), Optional.empty());
    }

    /** Values that differ are the same if the domains alone make the difference between what is written of them. */
    <V> boolean isSame(Setting<V> setting, Decision<V> mine, Decision<V> other) {
        if (mine.value().equals(other.value())) {
            return true;
        }
        if (!mine.isPresent() || !other.isPresent() || here.isEmpty() || there.isEmpty()) {
            return false;
        }
        Object written = setting.json().write().apply(mine.get());
        Object writtenThere = setting.json().write().apply(other.get());
        return !written.equals(writtenThere)
                && Objects.equals(without(here.get(), written), without(there.get(), writtenThere));
    }

    private static @Nullable Object without(String domain, @Nullable Object json) {
        if (json instanceof String text) {
            return text.replace(domain, "\0");
        }
        if (json instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(element -> all.add(without(domain, element)));
            return all;
        }
        if (json instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> all = new HashMap<>();
            map.forEach((key, value) -> all.put(without(domain, key), without(domain, value)));
            return all;
        }
        return json;
    }
}
