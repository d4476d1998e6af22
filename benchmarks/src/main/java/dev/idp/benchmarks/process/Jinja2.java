package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Text templates, without types or checks. */
final class Jinja2 implements Tool {

    private static final String REMEDY = "install Python's jinja2, on Debian `python3-jinja2`";

    private final Path project;
    private String python = "python3";

    Jinja2(Path project) {
        this.project = project;
    }

    @Override
    public String name() {
        return "jinja2";
    }

    @Override
    public String prepare(Path home) throws AbsentException, IOException, InterruptedException {
        Preparation preparation = Preparation.in(home).copy(project);
        try {
            return version(preparation);
        } catch (AbsentException e) {
            // A python of the user's own hides the one that the system's packages belong to.
            python = "/usr/bin/python3";
            return version(preparation);
        }
    }

    private String version(Preparation preparation) throws AbsentException, InterruptedException {
        List<String> said = preparation
                .need(
                        REMEDY,
                        python,
                        "-c",
                        "import jinja2, platform, sys; print(sys.executable); "
                                + "print(jinja2.__version__ + ', Python ' + platform.python_version())")
                .lines()
                .toList();
        // What is on the path may be a script that looks for a version first.
        python = said.get(0);
        return said.get(1);
    }

    @Override
    public List<String> command(int size, Path out) {
        return List.of(python, "shop.py", String.valueOf(size), out.toString());
    }
}
