package dev.idp.benchmarks.process;

import io.fabric8.kubernetes.client.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class of this module in a JVM of its own, with our class path. */
final class JavaTool implements Tool {

    static final List<String> C1_AND_SERIAL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final String name;
    private final Class<?> program;
    private final String version;
    private final List<String> options = new ArrayList<>();
    private boolean startsEmpty = true;
    private boolean isArchived;

    private JavaTool(String name, Class<?> program, String version) {
        this.name = name;
        this.program = program;
        this.version = version;
    }

    static JavaTool idp(String name) {
        return new JavaTool(name, IdpProgram.class, System.getProperty("idp.version", "of this build"));
    }

    static JavaTool fabric8(String name) {
        return new JavaTool(name, Fabric8Program.class, Version.clientVersion());
    }

    JavaTool starting(List<String> jvmOptions) {
        options.addAll(jvmOptions);
        return this;
    }

    JavaTool again() {
        startsEmpty = false;
        return this;
    }

    JavaTool archived() {
        isArchived = true;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean startsEmpty() {
        return startsEmpty;
    }

    @Override
    public boolean isOurs() {
        return program == IdpProgram.class;
    }

    @Override
    public String prepare(Path home) throws AbsentException, IOException, InterruptedException {
        String described = version + (startsEmpty ? "" : ", over its own unchanged output");
        String added = String.join(" ", options);
        if (isArchived) {
            archive(home);
            added += " -XX:SharedArchiveFile=…";
        }
        return added.isEmpty() ? described : described + ", " + added;
    }

    /** What a JVM loads in a run of ten services is kept for those that follow. */
    private void archive(Path home) throws AbsentException, IOException, InterruptedException {
        if (!ProgramClassPath.isOfJars()) {
            throw new AbsentException("a JVM archives only classes of jars", "build them, in Maven's package phase");
        }
        Path archive = home.resolve("classes.jsa");
        Preparation.in(home).run(java(List.of("-XX:ArchiveClassesAtExit=" + archive), 10, home.resolve("out")));
        options.add("-XX:SharedArchiveFile=" + archive);
    }

    @Override
    public List<String> command(int size, Path out) {
        return java(List.of(), size, out);
    }

    /** Whether it starts as any program does. */
    boolean isPlain() {
        return options.isEmpty() && startsEmpty;
    }

    /** The same, which prints what it allocated. */
    List<String> allocating(int size, Path out) {
        return java(List.of("-D" + Allocation.PROPERTY + "=true"), size, out);
    }

    private List<String> java(List<String> more, int size, Path out) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(more);
        command.addAll(
                List.of("-cp", ProgramClassPath.text(), program.getName(), String.valueOf(size), out.toString()));
        return command;
    }
}
