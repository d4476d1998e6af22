package shop;

import java.nio.file.Path;
import java.util.List;
import org.cdk8s.App;
import org.cdk8s.AppProps;

/** One app for each file, which is many times as fast as one app for all. */
public final class Main {

    private static final List<Environment> ENVIRONMENTS = List.of(
            new Environment("dev", 2, 4), new Environment("staging", 2, 4), new Environment("prod", 3, 9));

    private Main() {}

    public static void main(String[] args) {
        Shop shop = new Shop(Integer.parseInt(args[0]));
        for (Environment environment : ENVIRONMENTS) {
            Path directory = Path.of(args[1], environment.name(), "workloads");
            for (int index = 0; index < shop.size(); index++) {
                App app = new App(AppProps.builder()
                        .outdir(directory.toString())
                        .outputFileExtension(".yaml")
                        .build());
                new Workload(app, shop, index, environment);
                app.synth();
            }
        }
    }
}
