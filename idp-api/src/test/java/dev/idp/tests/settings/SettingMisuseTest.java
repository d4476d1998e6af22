package dev.idp.tests.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Bound;
import dev.idp.Environment;
import dev.idp.Job;
import dev.idp.JobPath;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.WorkloadKind;
import dev.idp.WorkloadSettings;
import dev.idp.plan.Plan;
import dev.idp.plan.Problem;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting said wrongly: a bad value, twice, of the wrong kind of workload. */
class SettingMisuseTest {

    private static final Lines LINES = Lines.of(SettingMisuseTest.class);

    private static Stream<Arguments> mistakes() {
        return SettingCases.all().stream().flatMap(it -> it.mistakes().stream().map(wrong -> Arguments.of(it, wrong)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("mistakes")
    void aBadValueIsOneProblemAtTheLineThatSaysIt(SettingCase<?> it, SettingCase.Mistake mistake) {
        for (WorkloadKind kind : it.kinds()) {
            for (Speaker speaker : List.of(Speaker.IN_ENVIRONMENT, Speaker.IN_GENERAL, Speaker.EXTENDING_PATH)) {
                Conversation wrong = Conversation.about(it, kind).say(speaker, mistake.said());

                List<Problem> problems = Shop.exception(wrong.platform()).problems();

                assertThat(problems).as("%s of %s", it, kind).singleElement().satisfies(problem -> {
                    assertThat(problem.subject()).isEqualTo("w");
                    assertThat(problem.environment()).isEqualTo("prod");
                    assertThat(problem.message()).isEqualTo(mistake.message());
                    assertThat(problem.fix()).isEqualTo(mistake.fix());
                    assertThat(problem.citations()).singleElement().satisfies(citation -> {
                        assertThat(citation.label()).isEqualTo(it.setting().id());
                        assertThat(citation.place()).contains("SettingCases.java:");
                    });
                });
            }
        }
    }

    private static Stream<SettingCase<?>> settings() {
        return SettingCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    <T> void whatIsSaidTwiceInOneDeclarationCitesBothLines(SettingCase<T> it) {
        T last = it.hasTwoValues() ? it.second() : it.first();
        for (Speaker speaker : List.of(Speaker.IN_ENVIRONMENT, Speaker.IN_TIER, Speaker.IN_GENERAL)) {
            Conversation twice = Conversation.about(it, it.anyKind()).say(speaker, workload -> {
                it.verb().accept(workload, it.first());
                it.verb().accept(workload, last);
            });
            if (it.isAppended()) {
                assertThat(twice.plan().entries(it.setting())).hasSize(2);
                continue;
            }

            assertThat(Shop.exception(twice.platform()).problems())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.message())
                                .isEqualTo(it.topic() + " is said twice: " + it.first() + " and " + last);
                        assertThat(problem.citations())
                                .extracting(Problem.Citation::label)
                                .containsExactly("first", "second");
                        assertThat(problem.fix()).isEqualTo("remove one of them");
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    <T> void theSameCanBeSaidOnceInEachScope(SettingCase<T> it) {
        Conversation scopes = Conversation.about(it, it.anyKind())
                .say(Speaker.IN_ENVIRONMENT, workload -> it.verb().accept(workload, it.first()))
                .say(Speaker.IN_TIER, workload -> it.verb().accept(workload, it.first()))
                .say(Speaker.IN_GENERAL, workload -> it.verb().accept(workload, it.first()));

        if (!it.isAppended()) {
            assertThat(scopes.plan()
                            .decisions()
                            .decision(it.setting(), it.entry())
                            .value())
                    .contains(it.first());
        }
    }

    private static Stream<SettingCase<?>> ofOneKind() {
        return SettingCases.all().stream().filter(it -> it.foreignKind().isPresent());
    }

    @ParameterizedTest
    @MethodSource("ofOneKind")
    <T> void aSettingOfTheOtherKindCannotBeSaidByAWorkload(SettingCase<T> it) {
        WorkloadKind foreign = it.foreignKind().orElseThrow();
        Platform platform = alone(foreign, w -> w.set(it.setting(), it.entry(), it.first())); // (foreign)

        assertThat(Shop.report(platform)).isEqualTo("""
                1 problem in platform 'shop':
                  w in dev: %s cannot be said of %s
                      %s %s
                      fix%s remove the line""".formatted(
                it.setting(),
                foreign,
                it.setting().id() + " ".repeat(Math.max(0, 3 - it.setting().id().length())),
                LINES.at("foreign"),
                " ".repeat(Math.max(0, it.setting().id().length() - 3))));
    }

    @ParameterizedTest
    @MethodSource("ofOneKind")
    <T> void aSettingOfTheOtherKindCannotBeSaidByAGoldenPath(SettingCase<T> it) {
        WorkloadKind foreign = it.foreignKind().orElseThrow();
        String expected = LINES.cite("""
                1 problem in platform 'shop':
                  golden path road 1.0 in dev: %s cannot be said of %s
                      said {paved}
                      fix  remove the line""".formatted(it.setting(), foreign));

        assertThat(Shop.report(onPath(it, foreign, (path, say) -> say.accept(path.defaults))))
                .isEqualTo(expected);
        assertThat(Shop.report(onPath(it, foreign, (path, say) -> say.accept(path.mandates))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("ofOneKind")
    <T> void whatEnvironmentsAndThePlatformSayOfAllPassesOverTheOtherKind(SettingCase<T> it) {
        WorkloadKind foreign = it.foreignKind().orElseThrow();
        Environment prod = Environment.named("prod")
                .defaults(all -> all.set(it.setting(), it.entry(), it.first()))
                .mandates("because", all -> all.set(it.setting(), it.entry(), it.first()))
                .build();
        Platform.Builder shop = Platform.named("shop")
                .environments(prod)
                .defaults(all -> all.set(it.setting(), it.entry(), it.first()))
                .mandates("because", all -> all.set(it.setting(), it.entry(), it.first()));

        Plan plan = add(shop, foreign, w -> {}).build().plan();

        assertThat(plan.in(prod).findWorkload("w").orElseThrow().decisions().settings())
                .doesNotContain(it.setting());
    }

    private static Stream<SettingCase<?>> ofServices() {
        return SettingCases.all().stream().filter(it -> !it.isFor(WorkloadKind.JOB));
    }

    @ParameterizedTest
    @MethodSource("ofServices")
    <T> void whatIsSaidOfJobsAloneMustBeForThem(SettingCase<T> it) {
        Environment dev = Environment.named("dev")
                .jobDefaults(job -> job.set(it.setting(), it.entry(), it.first())) // (of-environment)
                .build();
        Platform platform = Platform.named("shop")
                .environments(dev)
                .jobMandates("", "because", job -> job.set(it.setting(), it.entry(), it.first())) // (of-platform)
                .jobMandates(
                        "", "because", job -> job.require(it.setting(), new Bound<>("sound", value -> true))) // (bound)
                .services(Shop.service("orders", orders -> {}))
                .build();

        assertThat(Shop.exception(platform).problems())
                .extracting(problem -> problem.subject() + ": " + problem.message() + ", "
                        + problem.citations().get(0).place())
                .containsExactlyInAnyOrder(
                        "environment dev: " + it.setting() + " cannot be said of jobs, " + LINES.at("of-environment"),
                        "platform: " + it.setting() + " cannot be said of jobs, " + LINES.at("of-platform"),
                        "platform: " + it.setting() + " cannot be said of jobs, " + LINES.at("bound"));
    }

    private static Platform alone(WorkloadKind kind, Consumer<WorkloadSettings<?>> saying) {
        return add(Platform.named("shop").environments(Environment.named("dev").build()), kind, saying)
                .build();
    }

    private static Platform.Builder add(
            Platform.Builder shop, WorkloadKind kind, Consumer<WorkloadSettings<?>> saying) {
        if (kind == WorkloadKind.SERVICE) {
            Service.Builder service = Service.named("w").image("w:1");
            saying.accept(service);
            return shop.services(service.build());
        }
        Job.Builder job = Job.named("w").image("w:1");
        saying.accept(job);
        return shop.jobs(job.build());
    }

    /** The blocks of a paving, whatever it paves. */
    private record Blocks(WorkloadSettings<?> defaults, WorkloadSettings<?> mandates) {}

    private static <T> Platform onPath(
            SettingCase<T> it, WorkloadKind kind, BiConsumer<Blocks, Consumer<WorkloadSettings<?>>> saying) {
        Consumer<WorkloadSettings<?>> wrong = block -> block.set(it.setting(), it.entry(), it.first()); // (paved)
        ServicePath services = Paths.path(
                "road", (paving, where) -> saying.accept(new Blocks(paving.defaults(), paving.mandates()), wrong));
        JobPath jobs = Paths.ofJobs(
                "road", (paving, where) -> saying.accept(new Blocks(paving.defaults(), paving.mandates()), wrong));
        Platform.Builder shop =
                Platform.named("shop").environments(Environment.named("dev").build());
        return (kind == WorkloadKind.SERVICE
                        ? shop.services(
                                Service.named("w").image("w:1").on(services).build())
                        : shop.jobs(Job.named("w").image("w:1").on(jobs).build()))
                .build();
    }
}
