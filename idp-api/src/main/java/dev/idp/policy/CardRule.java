package dev.idp.policy;

import java.util.Optional;

/** A rule that says of itself what its card says. */
interface CardRule<T> extends Rule<T> {

    RuleCard card();

    @Override
    default String id() {
        return card().id();
    }

    @Override
    default String because() {
        return card().because();
    }

    @Override
    default Severity severity() {
        return card().severity();
    }

    @Override
    default String fix() {
        return card().fix();
    }

    @Override
    default Optional<String> link() {
        return card().link();
    }
}
