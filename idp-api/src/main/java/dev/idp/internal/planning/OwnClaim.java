package dev.idp.internal.planning;

import dev.idp.Scope;
import dev.idp.Settings;
import dev.idp.Statement;
import dev.idp.Workload;
import dev.idp.explain.Claim;
import dev.idp.explain.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a workload says itself about one topic, the same in all environments where it holds.
 *
 * @param topic what it is about
 * @param claim what is said
 * @param scope where it holds
 */
record OwnClaim(Topic topic, Claim<?> claim, Scope scope) {

    private static final List<Layer> STRONGEST_FIRST =
            List.of(Layer.WORKLOAD_IN_ENVIRONMENT, Layer.WORKLOAD_IN_TIER, Layer.WORKLOAD);

    /** Everything that a workload says, strongest first; backwards, since of one layer the later statement wins. */
    static List<OwnClaim> of(Workload workload) {
        String name = workload.kind().singular() + " " + workload.name();
        List<Statement<?>> said = workload.statements();
        List<OwnClaim> claims = new ArrayList<>(said.size());
        for (Layer layer : STRONGEST_FIRST) {
            for (int i = said.size() - 1; i >= 0; i--) {
                Statement<?> statement = said.get(i);
                Scope scope = statement.scope();
                if (layer == layerOf(scope) && !Settings.isAboutWhole(statement.setting())) {
                    claims.add(new OwnClaim(
                            Topic.of(statement), Layers.claim(statement, layer, speaker(name, scope)), scope));
                }
            }
        }
        return claims;
    }

    private static Layer layerOf(Scope scope) {
        if (scope.environment() != null) {
            return Layer.WORKLOAD_IN_ENVIRONMENT;
        }
        return scope.tier() != null ? Layer.WORKLOAD_IN_TIER : Layer.WORKLOAD;
    }

    private static String speaker(String name, Scope scope) {
        if (scope.environment() != null) {
            return name + " in " + scope.environment();
        }
        return scope.tier() == null ? name : name + " in " + scope.tier().name().toLowerCase(Locale.ROOT);
    }
}
