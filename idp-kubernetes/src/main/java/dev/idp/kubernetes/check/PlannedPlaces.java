package dev.idp.kubernetes.check;

import dev.idp.kubernetes.Explainer;
import dev.idp.policy.Location;
import java.util.Optional;

/**
 * The lines of the program that rendered an object, by the explanation of a field: who said what it is made of, else who made
 * it appear or stay away, else the library itself.
 */
record PlannedPlaces(Explainer explainer) implements Places {

    @Override
    public synchronized Optional<Place> of(ManifestObject object, Field field) {
        String reference = qualified(object);
        String pointer = field.pointer().isEmpty() ? "/metadata/name" : field.pointer();
        return explainer
                .source(reference, pointer)
                .map(found -> new Place(found.toString(), Location.of(found.origin())))
                .or(() -> Optional.of(explainer.explain(reference, pointer).reason())
                        .filter(reason -> !reason.isEmpty())
                        .map(reason -> new Place("this library: " + reason, Optional.empty())));
    }

    /** With group and namespace, since several objects may be called alike. */
    private static String qualified(ManifestObject object) {
        String namespace = object.namespace().isEmpty() ? "null" : object.namespace();
        return object.kind() + "." + object.group() + "/" + namespace + "/" + object.name();
    }
}
