package dev.idp.testing.kubernetes;

import dev.idp.explain.Claim;
import dev.idp.explain.Explanation;
import dev.idp.explain.Source;
import dev.idp.kubernetes.Explainer;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.check.ManifestObject;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who said what stands in a field of an object. */
final class Lines {

    /** Nobody knows. */
    static final Lines NONE = new Lines(null);

    private final @Nullable Manifests manifests;
    private @Nullable Explainer explainer;

    Lines(@Nullable Manifests manifests) {
        this.manifests = manifests;
    }

    /** Returns for example {@code , by service orders, Shop.java:30}. */
    String by(ManifestObject object, String pointer) {
        return by(explained(object, (explainer, name) -> said(explainer.explain(name, pointer))
                .or(() -> explainer.source(name, pointer))));
    }

    /** Who said what is around something that is not there has nothing to do with it. */
    String by(ManifestObject object, Shape.Mismatch mismatch) {
        return mismatch.isThere()
                ? by(object, mismatch.pointer())
                : by(explained(object, (explainer, name) -> said(explainer.explain(name, mismatch.pointer()))));
    }

    private static String by(Optional<Source> source) {
        return source.map(said -> ", by " + said).orElse("");
    }

    /** What is made of a default was said by whoever has that default. */
    private static Optional<Source> said(Explanation explanation) {
        return Stream.of(explanation.decisions(), explanation.conditions())
                .flatMap(List::stream)
                .flatMap(decision -> decision.winner().stream())
                .map(Claim::source)
                .findFirst();
    }

    private Optional<Source> explained(
            ManifestObject object, BiFunction<Explainer, String, Optional<Source>> question) {
        if (manifests == null) {
            return Optional.empty();
        }
        if (explainer == null) {
            explainer = manifests.explainer();
        }
        try {
            return question.apply(
                    explainer,
                    object.namespace().isEmpty()
                            ? object.reference()
                            : object.kind() + "/" + object.namespace() + "/" + object.name());
        } catch (NoSuchElementException unknown) {
            return Optional.empty();
        }
    }
}
