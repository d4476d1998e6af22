package dev.idp.benchmarks.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our class path with jars only, as a user's program is started: Maven gives us this module as a directory. */
final class ProgramClassPath {

    private ProgramClassPath() {}

    static String text() {
        return entries().collect(Collectors.joining(File.pathSeparator));
    }

    static boolean isOfJars() {
        return entries().noneMatch(entry -> Files.isDirectory(Path.of(entry)));
    }

    private static Stream<String> entries() {
        String jar = System.getProperty("jar");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> jar != null && entry.endsWith("benchmarks/target/classes") ? jar : entry);
    }
}
