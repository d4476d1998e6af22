package dev.idp.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.kubernetes.internal.render.Pointers;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An edit of rendered objects.
 *
 * @param <T> the type in which the objects are edited
 */
final class KubernetesEdit<T extends HasMetadata> extends Extension {

    private final Class<T> type;
    private final String what;
    private final Predicate<HasMetadata> fits;
    private final Consumer<T> code;

    private KubernetesEdit(String id, Class<T> type, String what, Predicate<HasMetadata> fits, Consumer<T> code) {
        super(Kubernetes.ID, id);
        this.type = type;
        this.what = what;
        this.fits = fits;
        this.code = code;
    }

    static <T extends HasMetadata> KubernetesEdit<T> ofType(String id, Class<T> type, Consumer<T> code) {
        return new KubernetesEdit<>(id, type, type.getSimpleName(), type::isInstance, code);
    }

    static KubernetesEdit<GenericKubernetesResource> ofKind(
            String id, String apiVersion, String kind, Consumer<GenericKubernetesResource> code) {
        return new KubernetesEdit<>(
                id,
                GenericKubernetesResource.class,
                kind + " of " + apiVersion,
                object -> kind.equals(object.getKind()) && apiVersion.equals(object.getApiVersion()),
                code);
    }

    /** Which objects it edits, in the reader's words. */
    String what() {
        return what;
    }

    boolean fits(HasMetadata object) {
        return fits.test(object);
    }

    /**
     * Edits an object.
     *
     * @param object the object, which may be changed
     * @return the object as it is now, of the type that it had
     * @throws LostException if its type has no room for what the edit says
     */
    HasMetadata apply(HasMetadata object) throws LostException {
        if (type.isInstance(object)) {
            code.accept(type.cast(object));
            return object;
        }
        T other = copy(Serialization.tree(object), type);
        code.accept(other);
        JsonNode wanted = Serialization.tree(other);
        HasMetadata edited = copy(wanted, object.getClass());
        checkKept(Pointers.leaves(wanted), Pointers.leaves(Serialization.tree(edited)));
        return edited;
    }

    private static <C extends HasMetadata> C copy(JsonNode tree, Class<C> type) throws LostException {
        try {
            return Serialization.copy(tree, type);
        } catch (JsonProcessingException unreadable) {
            throw new LostException(unreadable.getOriginalMessage());
        }
    }

    private static void checkKept(SortedMap<String, JsonNode> wanted, SortedMap<String, JsonNode> kept)
            throws LostException {
        for (Map.Entry<String, JsonNode> leaf : wanted.entrySet()) {
            JsonNode value = leaf.getValue();
            JsonNode now = kept.get(leaf.getKey());
            boolean saysNothing = value.isNull() || value.isContainerNode();
            if (!saysNothing && (now == null || !now.asText().equals(value.asText()))) {
                throw new LostException(leaf.getKey() + " is lost");
            }
        }
    }

    /** That an object's type has no room for what an edit says. */
    static final class LostException extends Exception {

        private static final long serialVersionUID = 1L;

        LostException(String what) {
            super(what);
        }
    }

    /** Returns for example {@code edit of Deployment}. */
    @Override
    public String toString() {
        return "edit of " + what;
    }
}
