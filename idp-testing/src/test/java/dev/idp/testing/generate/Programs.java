package dev.idp.testing.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Platform;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the programs that failures print, as somebody who pastes them into a test. */
final class Programs {

    private static final String METHOD = """
            import dev.idp.*;
            import dev.idp.resources.*;
            import dev.idp.spi.*;
            import java.time.*;
            import java.util.*;
            public final class %s {
                %s
                public static Platform platform() {
            %s
                    return platform;
                }
            }
            """;

    private final Map<String, String> sources = new TreeMap<>();

    void add(String name, String constants, String program) {
        sources.put(name, METHOD.formatted(name, constants, program));
    }

    /** Returns the plans of the platforms by the names of their programs. */
    Map<String, String> plans(Path directory) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<JavaFileObject> files = sources.entrySet().stream()
                .<JavaFileObject>map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        List<String> options = List.of(
                "-proc:none",
                "-d",
                directory.toString(),
                "-classpath",
                Path.of(Platform.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());

        boolean compiled =
                compiler.getTask(complaints, null, null, options, null, files).call();

        assertThat(compiled).as(complaints.toString()).isTrue();
        Map<String, String> plans = new TreeMap<>();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, Programs.class.getClassLoader())) {
            for (String name : sources.keySet()) {
                Object platform = loader.loadClass(name).getMethod("platform").invoke(null);
                plans.put(name, ((Platform) platform).plan().toJson());
            }
        }
        return plans;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
