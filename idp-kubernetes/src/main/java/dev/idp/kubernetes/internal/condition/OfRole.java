package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.internal.cel.Proposition;
import java.util.List;
import java.util.Set;

/**
 * A condition on where a container stands, which is known when an expression is written.
 *
 * @param roles the roles that it may have
 */
public record OfRole(Set<Container.Role> roles) implements Term<Container> {

    @Override
    public boolean test(Container container) {
        return roles.contains(container.role());
    }

    @Override
    public Proposition expression(Scope scope) {
        return new Proposition.Constant(roles.contains(scope.role().orElseThrow()));
    }

    @Override
    public List<Spot> spots(Container container, boolean wanted) {
        return List.of(Spot.at(container.at()));
    }
}
