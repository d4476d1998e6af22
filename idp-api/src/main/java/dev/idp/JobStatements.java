package dev.idp;

import dev.idp.explain.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of things said about jobs, such as the defaults of a golden path. */
public final class JobStatements implements JobSettings<JobStatements> {

    private final List<Statement<?>> said;
    private final Scope scope;
    private final String reason;

    JobStatements(List<Statement<?>> said, Scope scope, String reason) {
        this.said = said;
        this.scope = scope;
        this.reason = reason;
    }

    @Override
    public <T> JobStatements say(Setting<T> setting, String entry, @Nullable T value) {
        said.add(new Statement<>(setting, entry, value, scope, reason, Origin.capture()));
        return this;
    }
}
