package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.internal.schema.ExpressionJudge;
import dev.idp.kubernetes.internal.schema.OpenApiKinds;
import dev.idp.kubernetes.internal.schema.Violation;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks through objects once for all the rules on schemas, which are asked one after the other about the same objects. */
final class SchemaWalk {

    /**
     * What was found in objects.
     *
     * @param builtIn in those of Kubernetes' own kinds
     * @param custom in those of custom kinds
     */
    record Found(List<Violation> builtIn, List<Violation> custom) {}

    private record Last(WeakReference<ObjectSet> objects, SoftReference<Found> found) {}

    private final Optional<OpenApiKinds> cluster;
    /** Keeps what it has compiled. */
    private final Optional<ExpressionJudge> judge = ExpressionJudge.find();

    private volatile @Nullable Last last;

    SchemaWalk(Optional<OpenApiKinds> cluster) {
        this.cluster = cluster;
    }

    Found in(ObjectSet objects) {
        Last known = last;
        if (known != null && known.objects().refersTo(objects)) {
            Found found = known.found().get();
            if (found != null) {
                return found;
            }
        }
        Found found = walk(objects);
        last = new Last(new WeakReference<>(objects), new SoftReference<>(found));
        return found;
    }

    private Found walk(ObjectSet objects) {
        List<Violation> builtIn = new ArrayList<>();
        List<Violation> custom = new ArrayList<>();
        BuiltInObjects ofBuiltIn = new BuiltInObjects(cluster, builtIn::add);
        CustomObjects ofCustom = new CustomObjects(objects, judge, custom::add);
        for (ManifestObject object : objects.objects()) {
            if (!ofCustom.check(object)) {
                ofBuiltIn.check(object);
            }
        }
        return new Found(List.copyOf(builtIn), List.copyOf(custom));
    }
}
