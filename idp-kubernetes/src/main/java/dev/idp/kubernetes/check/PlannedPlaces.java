package dev.idp.kubernetes.check;

import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.explain.Source;
import dev.idp.kubernetes.Explainer;
import dev.idp.policy.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines of the program that rendered an object, by the explanation of a field: who said what it is made of, else who made
 * it appear or stay away, else the library itself.
 */
record PlannedPlaces(Explainer explainer) implements Places {

    @Override
    public synchronized Optional<Place> of(ManifestObject object, Field field) {
        String reference = qualified(object);
        String pointer = field.pointer().isEmpty() ? "/metadata/name" : field.pointer();
        Explanation exact = explainer.explain(reference, pointer);
        Optional<Source> source = source(exact);
        while (source.isEmpty() && !pointer.isEmpty()) {
            // Of what nobody said, whoever said what is around it knows most.
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
            source = pointer.isEmpty() ? Optional.empty() : source(explainer.explain(reference, pointer));
        }
        return source.map(found -> new Place(found.toString(), Location.of(found.origin())))
                .or(() -> Optional.of(exact.reason())
                        .filter(reason -> !reason.isEmpty())
                        .map(reason -> new Place("this library: " + reason, Optional.empty())));
    }

    private static Optional<Source> source(Explanation explanation) {
        return Stream.of(explanation.decisions(), explanation.conditions())
                .flatMap(List::stream)
                .flatMap(decision -> source(decision).stream())
                .findFirst();
    }

    private static Optional<Source> source(Decision<?> decision) {
        return decision.winner().map(Claim::source).filter(source -> source.origin()
                .isKnown());
    }

    /** With group and namespace, since several objects may be called alike. */
    private static String qualified(ManifestObject object) {
        String namespace = object.namespace().isEmpty() ? "null" : object.namespace();
        return object.kind() + "." + object.group() + "/" + namespace + "/" + object.name();
    }
}
