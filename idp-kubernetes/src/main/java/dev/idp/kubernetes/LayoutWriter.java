package dev.idp.kubernetes;

import dev.idp.kubernetes.internal.yaml.YamlWriter;
import dev.idp.output.OutputDirectory;

/** Puts objects, in the order in which they come, into the files of a layout; keeps one file at a time. */
final class LayoutWriter {

    private final Layout layout;
    private final OutputDirectory output;
    private final YamlWriter yaml = new YamlWriter();
    private final YamlWriter kustomization = new YamlWriter();
    private String file = "";

    LayoutWriter(Layout layout, OutputDirectory output) {
        this.layout = layout;
        this.output = output;
        if (layout.hasKustomization()) {
            kustomization.startMapping();
            kustomization.key("apiVersion");
            kustomization.text("kustomize.config.k8s.io/v1beta1");
            kustomization.key("kind");
            kustomization.text("Kustomization");
            kustomization.key("resources");
            kustomization.startSequence();
        }
    }

    void add(RenderedObject rendered) {
        String next = layout.fileOf(rendered);
        if (!next.equals(file)) {
            endFile();
            file = next;
        }
        if (layout.hasStreams()) {
            yaml.startDocument();
        }
        Serialization.write(rendered.object(), yaml);
    }

    private void endFile() {
        if (file.isEmpty()) {
            return;
        }
        output.write(file, yaml.array(), 0, yaml.length());
        yaml.reset();
        if (layout.hasKustomization()) {
            kustomization.text(file);
        }
    }

    void end() {
        endFile();
        if (layout.hasKustomization()) {
            kustomization.endSequence();
            kustomization.endMapping();
            output.write(Layout.KUSTOMIZATION, kustomization.array(), 0, kustomization.length());
        }
    }
}
