package dev.idp.kubernetes;

import dev.idp.kubernetes.internal.yaml.YamlGenerator;
import dev.idp.output.OutputDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Puts objects, in the order in which they come, into the files of a layout; keeps one file at a time. */
final class LayoutWriter {

    private final Layout layout;
    private final OutputDirectory output;
    private final YamlGenerator yaml = new YamlGenerator();
    private final YamlGenerator kustomization = new YamlGenerator();
    private String file = "";

    LayoutWriter(Layout layout, OutputDirectory output) {
        this.layout = layout;
        this.output = output;
        if (layout.hasKustomization()) {
            write(() -> {
                kustomization.writeStartObject();
                kustomization.writeStringField("apiVersion", "kustomize.config.k8s.io/v1beta1");
                kustomization.writeStringField("kind", "Kustomization");
                kustomization.writeArrayFieldStart("resources");
            });
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
            write(() -> kustomization.writeString(file));
        }
    }

    void end() {
        endFile();
        if (layout.hasKustomization()) {
            write(() -> {
                kustomization.writeEndArray();
                kustomization.writeEndObject();
            });
            output.write(Layout.KUSTOMIZATION, kustomization.array(), 0, kustomization.length());
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written to", impossible);
        }
    }
}
