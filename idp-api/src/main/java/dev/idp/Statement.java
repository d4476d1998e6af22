package dev.idp;

import dev.idp.explain.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said about a service.
 *
 * @param <T> the type of the setting's value
 * @param setting what it is about
 * @param entry the name of the entry; empty for a setting with one value
 * @param value what was said; {@code null} takes away what weaker layers say
 * @param scope where it holds
 * @param reason why, as the speaker gave it; empty when no reason was given
 * @param origin the line
 */
public record Statement<T>(
        Setting<T> setting, String entry, @Nullable T value, Scope scope, String reason, Origin origin) {

    /**
     * Returns what it is about, as a path: {@code replicas}, {@code env/PORT}.
     *
     * @return the path within a service
     */
    public String topic() {
        return entry.isEmpty() ? setting.id() : setting.id() + "/" + entry;
    }
}
