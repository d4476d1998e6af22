package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.apply.Wanted;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.tree.JsonTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes fingerprints of objects. Those of secrets are made of what everybody may see: whoever could guess a password could
 * otherwise find it out from its hash.
 */
final class Fingerprints {

    private static final Set<String> PASSING = Set.of("resourceVersion", "managedFields", "generation");

    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind", "metadata");

    private Fingerprints() {}

    static Fingerprint nothing() {
        return new Fingerprint("", "", "", "");
    }

    static Fingerprint of(Wanted wanted, @Nullable Live live) {
        String hash = hash(wanted.tree());
        return live == null
                ? new Fingerprint("", "", "", hash)
                : new Fingerprint(live.uid(), live.resourceVersion(), content(live), hash);
    }

    /** Of what nobody wants any longer. */
    static Fingerprint of(Live live) {
        return new Fingerprint(live.uid(), live.resourceVersion(), content(live), "");
    }

    /**
     * All but the status, which changes while nobody changes anything, and what the server notes. Empty of Secrets, and where
     * no more than the metadata is known: only the version tells then whether something changed.
     */
    static String content(Live live) {
        Map<String, Tree> fields = new LinkedHashMap<>(live.tree().fields());
        fields.remove("status");
        if (fields.keySet().equals(IDENTITY) || live.tree().text("kind").equals("Secret")) {
            return "";
        }
        Map<String, Tree> metadata = new LinkedHashMap<>(live.tree().fieldsOf("metadata"));
        metadata.keySet().removeAll(PASSING);
        fields.put("metadata", Tree.map(metadata));
        return hash(Tree.map(fields));
    }

    private static String hash(Tree tree) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(JsonTrees.write(sorted(tree)).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Tree sorted(Tree tree) {
        if (tree instanceof Tree.Fields map) {
            Map<String, Tree> fields = new TreeMap<>();
            map.fields().forEach((name, value) -> fields.put(name, sorted(value)));
            return Tree.map(fields);
        }
        return tree instanceof Tree.Elements list
                ? Tree.list(list.elements().stream().map(Fingerprints::sorted).toList())
                : tree;
    }
}
