package dev.idp.kubernetes.check;

import dev.idp.policy.Location;
import java.util.Optional;

/** Who said what stands in a field, and where: looked up when something is found there. */
@FunctionalInterface
interface Places {

    /** Nobody knows. */
    Places NOWHERE = (object, field) -> Optional.empty();

    /**
     * Where something was said.
     *
     * @param said who said it and where, for people
     * @param location the same for tools; empty if no line is known
     */
    record Place(String said, Optional<Location> location) {}

    Optional<Place> of(ManifestObject object, Field field);

    /** The lines of a file. */
    static Places inFile(String file) {
        return (object, field) -> Optional.of(new Place(
                file + ":" + field.line() + (field.pointer().isEmpty() ? "" : " " + field.pointer()),
                Optional.of(new Location(file, field.line(), "", ""))));
    }
}
