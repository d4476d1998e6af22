package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.internal.cel.Access;
import dev.idp.kubernetes.internal.cel.Proposition;
import java.util.List;
import java.util.function.Function;

/**
 * The field that a condition is about.
 *
 * @param <W> what has the field
 */
public sealed interface Target<W extends HasFields> {

    /**
     * Finds it.
     *
     * @param subject what has it
     * @return the field, there or not
     */
    Field in(W subject);

    /**
     * Asks something of it, if it is there.
     *
     * @param scope what has it
     * @param question what to ask, by what the field is called
     * @return what holds where the field is there and the answer is yes
     */
    Proposition expression(Scope scope, Function<String, Proposition> question);

    /**
     * What several names lead to.
     *
     * @param <W> what has the first one
     * @param names the name of a field, the name of a field of that, and so on
     */
    record Named<W extends HasFields>(List<String> names) implements Target<W> {

        @Override
        public Field in(W subject) {
            return subject.at(names.toArray(String[]::new));
        }

        @Override
        public Proposition expression(Scope scope, Function<String, Proposition> question) {
            return Proposition.all(
                    List.of(Access.has(scope.self(), scope.isMap(), names), question.apply(scope.value(names))));
        }
    }

    /**
     * What the security context of a container says, or else that of its pod.
     *
     * @param name the name of a field that both have
     */
    record Security(String name) implements Target<Container> {

        @Override
        public Field in(Container subject) {
            return subject.security(name);
        }

        @Override
        public Proposition expression(Scope scope, Function<String, Proposition> question) {
            Named<Container> own = new Named<>(List.of("securityContext", name));
            return Proposition.choice(
                    own.expression(scope, Check.PRESENT.question()),
                    own.expression(scope, question),
                    own.expression(scope.pod(), question));
        }
    }
}
