package dev.idp;

import dev.idp.explain.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of things said about services, such as the defaults of an environment. */
public final class Statements implements ServiceSettings<Statements> {

    private final List<Statement<?>> said;
    private final Scope scope;
    private final String reason;

    Statements(List<Statement<?>> said, Scope scope, String reason) {
        this.said = said;
        this.scope = scope;
        this.reason = reason;
    }

    @Override
    public <T> Statements say(Setting<T> setting, String entry, @Nullable T value) {
        said.add(new Statement<>(setting, entry, value, scope, reason, Origin.capture()));
        return this;
    }
}
