package dev.idp;

import dev.idp.explain.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of demands on services: what is said here cannot be said otherwise by a service.
 *
 * <p>A service may restate a mandated value. Saying another one is an error that cites both lines.
 */
public final class Mandates implements ServiceSettings<Mandates> {

    private final List<Statement<?>> said;
    private final List<Requirement<?>> required;
    private final String reason;

    Mandates(List<Statement<?>> said, List<Requirement<?>> required, String reason) {
        this.said = said;
        this.required = required;
        this.reason = reason;
    }

    @Override
    public <T> Mandates say(Setting<T> setting, String entry, @Nullable T value) {
        said.add(new Statement<>(setting, entry, value, Scope.EVERYWHERE, reason, Origin.capture()));
        return this;
    }

    /**
     * Demands that a value stays within a bound.
     *
     * @param <T> the value's type
     * @param setting a setting with one value
     * @param bound the demand
     * @return this
     */
    public <T> Mandates require(Setting<T> setting, Bound<T> bound) {
        required.add(new Requirement<>(
                Nulls.refuse(setting, "a setting"),
                Nulls.refuse(bound, "the bound of " + setting),
                reason,
                Origin.capture()));
        return this;
    }
}
