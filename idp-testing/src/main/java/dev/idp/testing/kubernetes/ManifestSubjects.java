package dev.idp.testing.kubernetes;

import dev.idp.explain.Explanation;
import dev.idp.explain.Source;
import dev.idp.kubernetes.Explainer;
import dev.idp.kubernetes.Manifest;
import dev.idp.kubernetes.Manifests;
import dev.idp.testing.snapshot.SnapshotSubject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The objects of manifests, by the names under which they are explained. */
final class ManifestSubjects {

    private static final String OF_ENVIRONMENT = "_environment";

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private final String environment;
    private final Explainer explainer;
    private final List<Manifest> manifests;
    private final List<Object> trees = new ArrayList<>();
    private final Map<String, Integer> named = new HashMap<>();

    ManifestSubjects(Manifests manifests, List<Manifest> all) {
        this.environment = manifests.environment().name();
        this.explainer = manifests.explainer();
        this.manifests = all;
        new Load(SETTINGS).loadAllFromString(manifests.toYaml()).forEach(trees::add);
        all.forEach(manifest -> named.merge(reference(manifest.object()), 1, Integer::sum));
    }

    List<SnapshotSubject> subjects() {
        List<SnapshotSubject> subjects = new ArrayList<>();
        for (int i = 0; i < manifests.size(); i++) {
            Manifest manifest = manifests.get(i);
            String file = manifest.belongsTo().orElse(OF_ENVIRONMENT);
            subjects.add(new Subject(file, name(manifest.object()), environment, trees.get(i), explainer));
        }
        return subjects;
    }

    private static String reference(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }

    /** Where several are called the same, what tells them apart is said as well. */
    private String name(HasMetadata object) {
        if (named.getOrDefault(reference(object), 1) == 1) {
            return reference(object);
        }
        String version = object.getApiVersion();
        String group = version.contains("/") ? "." + version.substring(0, version.indexOf('/')) : "";
        String namespace = object.getMetadata().getNamespace();
        return object.getKind() + group + "/" + (namespace == null ? "" : namespace + "/")
                + object.getMetadata().getName();
    }

    private record Subject(String file, String name, String environment, Object tree, Explainer explainer)
            implements SnapshotSubject {

        /** The whole is there since somebody declared what it is named after. */
        @Override
        public Optional<Source> source(String pointer) {
            String asked = pointer.isEmpty() ? "/metadata/name" : pointer;
            Explanation explanation = explainer.explain(name, asked);
            return explanation.value().isEmpty() ? explanation.source() : explainer.source(name, asked);
        }
    }
}
