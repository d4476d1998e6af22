package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.internal.schema.Concern;
import dev.idp.kubernetes.internal.schema.CustomKind;
import dev.idp.kubernetes.internal.schema.ExpressionJudge;
import dev.idp.kubernetes.internal.schema.Expressions;
import dev.idp.kubernetes.internal.schema.Validator;
import dev.idp.kubernetes.internal.schema.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds custom objects to the definitions among the same objects, those of the same environment first. */
final class CustomObjects {

    private record Kind(String environment, String group, String kind) {}

    private static final String ANYWHERE = "";

    private final Map<Kind, CustomKind> kinds = new HashMap<>();
    private final Consumer<Violation> report;
    private final Validator validator;

    CustomObjects(ObjectSet objects, Optional<ExpressionJudge> judge, Consumer<Violation> report) {
        this.report = report;
        this.validator = new Validator(new Expressions(judge), report);
        for (ManifestObject definition : objects.ofKind("apiextensions.k8s.io", "CustomResourceDefinition")) {
            CustomKind.of(definition).ifPresent(kind -> {
                kinds.putIfAbsent(new Kind(definition.environment(), kind.group(), kind.kind()), kind);
                kinds.putIfAbsent(new Kind(ANYWHERE, kind.group(), kind.kind()), kind);
            });
        }
    }

    /** Returns whether there is a definition. */
    boolean check(ManifestObject object) {
        CustomKind kind = kindOf(object);
        if (kind == null) {
            return false;
        }
        CustomKind.Version version = kind.versions().get(object.version());
        if (version != null && version.served()) {
            CustomKind.check(object, version, validator);
        } else {
            refuse(object, kind);
        }
        return true;
    }

    private @Nullable CustomKind kindOf(ManifestObject object) {
        if (kinds.isEmpty()) {
            return null;
        }
        CustomKind own = kinds.get(new Kind(object.environment(), object.group(), object.kind()));
        return own != null ? own : kinds.get(new Kind(ANYWHERE, object.group(), object.kind()));
    }

    private void refuse(ManifestObject object, CustomKind kind) {
        String served = kind.versions().entrySet().stream()
                .filter(version -> version.getValue().served())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        report.accept(new Violation(
                Concern.UNKNOWN_VALUE,
                object.at("apiVersion"),
                "its definition serves no version " + object.version() + " of " + kind.kind() + ", only " + served,
                "write one that it serves"));
    }
}
