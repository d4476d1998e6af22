package dev.idp.kubernetes.check;

import dev.idp.kubernetes.internal.tree.Flaw;
import dev.idp.kubernetes.internal.tree.Tree;
import dev.idp.kubernetes.internal.tree.YamlDocuments;
import dev.idp.policy.Finding;
import dev.idp.policy.Location;
import dev.idp.policy.Severity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads objects from files that anybody may have written. One that cannot be read is a finding, and the rest is read. */
final class ManifestReader {

    private static final String RULE = "manifest-readable";

    /** What kustomize reads, which is no object, and often does not say what it is. */
    private static final Set<String> OF_KUSTOMIZE = Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private static final Map<String, Charset> MARKS = Map.of(
            "efbbbf", StandardCharsets.UTF_8,
            "feff", StandardCharsets.UTF_16BE,
            "fffe", StandardCharsets.UTF_16LE);

    private final String environment;
    private final List<ManifestObject> objects = new ArrayList<>();
    private final List<Finding> unreadable = new ArrayList<>();

    ManifestReader(String environment) {
        this.environment = environment;
    }

    List<ManifestObject> objects() {
        return objects;
    }

    List<Finding> unreadable() {
        return unreadable;
    }

    void read(Path path) {
        if (Files.isDirectory(path)) {
            directory(path);
        } else {
            file(path);
        }
    }

    private void directory(Path directory) {
        List<Path> children;
        try (Stream<Path> all = Files.list(directory)) {
            children = all.filter(child -> !isHidden(child)).sorted().toList();
        } catch (IOException failed) {
            refuse(name(directory), new Flaw(0, "cannot be read: " + failed, "let the user who checks it read it"));
            return;
        }
        for (Path child : children) {
            // A link within may lead back up.
            if (Files.isDirectory(child) && !Files.isSymbolicLink(child)) {
                directory(child);
            } else if (isManifest(child)) {
                file(child);
            }
        }
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static boolean isManifest(Path path) {
        String name = path.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        return !OF_KUSTOMIZE.contains(name)
                && (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"));
    }

    private static String name(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void file(Path file) {
        String name = name(file);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException | OutOfMemoryError failed) {
            refuse(name, new Flaw(0, "cannot be read: " + failed, "let the user who checks it read it"));
            return;
        }
        try {
            parse(name, text(bytes));
        } catch (CharacterCodingException wrong) {
            refuse(name, new Flaw(0, "is no text in UTF-8", "write it in UTF-8, or leave it out"));
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        Charset charset = StandardCharsets.UTF_8;
        int start = 0;
        for (Map.Entry<String, Charset> mark : MARKS.entrySet()) {
            int length = mark.getKey().length() / 2;
            if (bytes.length >= length && hex(bytes, length).equals(mark.getKey())) {
                charset = mark.getValue();
                start = length;
            }
        }
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                .toString();
    }

    private static String hex(byte[] bytes, int length) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < length; i++) {
            hex.append(Character.forDigit((bytes[i] >> 4) & 0xf, 16)).append(Character.forDigit(bytes[i] & 0xf, 16));
        }
        return hex.toString();
    }

    void parse(String name, String text) {
        if (text.indexOf('\0') >= 0) {
            refuse(name, new Flaw(0, "is no text", "leave it out"));
            return;
        }
        Places places = Places.inFile(name);
        YamlDocuments.read(text, tree -> document(name, tree, places), flaw -> refuse(name, flaw));
    }

    private void document(String name, Tree tree, Places places) {
        ManifestObject object = new ManifestObject(environment, Optional.empty(), tree, places);
        Field items = object.at("items");
        if (object.kind().endsWith("List")
                && items.isList()
                && tree instanceof Tree.Fields list
                && list.fields().get("items") instanceof Tree.Elements elements) {
            elements.elements().forEach(element -> document(name, element, places));
        } else if (object.kind().isEmpty() || object.apiVersion().isEmpty()) {
            String missing = object.kind().isEmpty() ? "kind" : "apiVersion";
            refuse(
                    name,
                    new Flaw(
                            tree.line(),
                            "holds what is no Kubernetes object: it has no " + missing,
                            "add it, or keep the file elsewhere"));
        } else {
            objects.add(object);
        }
    }

    private void refuse(String name, Flaw flaw) {
        unreadable.add(new Finding(
                RULE,
                Severity.ERROR,
                environment,
                name,
                "",
                flaw.message(),
                flaw.fix(),
                Optional.of(name + (flaw.line() == 0 ? "" : ":" + flaw.line())),
                Optional.of(new Location(name, flaw.line(), "", ""))));
    }
}
