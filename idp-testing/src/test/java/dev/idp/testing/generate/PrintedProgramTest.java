package dev.idp.testing.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.ServicePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a failure prints is the program that failed: pasted into a test, it plans to the same plan. */
class PrintedProgramTest {

    private static final long SEEDS = 60;

    @TempDir
    private Path classes;

    @Test
    void compilesToAnEqualPlan() throws Exception {
        Programs programs = new Programs();
        Map<String, String> plans = new TreeMap<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Made made = MadePlatform.make(Choices.ofSeed(seed), 0, seed % 2 == 0);
            plans.put("Seed" + seed, made.platform().plan().toJson());
            programs.add("Seed" + seed, "", made.listing().toString());
        }

        assertThat(programs.plans(classes)).isEqualTo(plans);
    }

    @Test
    void compilesBesideWhatTheTestHasDeclared() throws Exception {
        String constants = """
                static final Environment DEV = Environment.named("dev").build();
                static final ServicePath PAVED_ROAD = new ServicePath() {
                    public String id() {
                        return "paved-road";
                    }
                    public String version() {
                        return "1.0";
                    }
                    public void pave(ServicePaving service, Environment environment) {
                        service.defaults().port(Port.http(8080));
                    }
                };
                """;
        ServicePath road =
                new MadeServicePath("paved-road", Optional.empty(), List.of(Said.of("", service -> service.defaults()
                        .port(Port.http(8080)))));
        Made.Maker maker = new MadeOnRoad<Service.Builder>(
                road, List.of(Environment.named("dev").build()), List.of(), Optional.empty());
        Programs programs = new Programs();
        Map<String, String> plans = new TreeMap<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Made made = maker.make(Choices.ofSeed(seed), 0, true);
            plans.put("Seed" + seed, made.platform().plan().toJson());
            programs.add("Seed" + seed, constants, made.listing().toString());
        }

        assertThat(programs.plans(classes)).isEqualTo(plans);
    }

    @Test
    void mentionsOnlyWhatThePlatformNeeds() {
        assertThat(LongStream.rangeClosed(1, SEEDS)
                        .mapToObj(seed -> MadePlatform.make(Choices.ofSeed(seed), 0, false)
                                .listing()
                                .toString())
                        .filter(program -> program.contains("var mail =")))
                .isNotEmpty()
                .allMatch(program -> program.contains("(mail") || program.contains("mail."));
    }

    @Test
    void ofTheSimplestChoicesIsOneServiceInOneEnvironment() {
        assertThat(MadePlatform.make(Choices.of(List.of()), 0, false).listing()).hasToString("""
                        var e0 = Environment.named("e0")
                                .tier(Tier.DEVELOPMENT)
                                .build();
                        var s0 = Service.named("s0")
                                .image("registry.example/s0:0")
                                .build();
                        var platform = Platform.named("made-up")
                                .environments(e0)
                                .services(s0)
                                .build();
                        """);
    }
}
