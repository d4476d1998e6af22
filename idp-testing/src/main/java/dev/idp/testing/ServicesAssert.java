package dev.idp.testing;

import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assertions on several services at once. What selects none fails: a test that looks at nothing shows nothing. */
public final class ServicesAssert extends IntentAssert<ServicesAssert, List<ServicesAssert.Located>> {

    private final String what;
    private final Function<ServicePlan, List<Decision<?>>> because;

    /**
     * A service, and where it is.
     *
     * @param environment the environment
     * @param service the service
     */
    public record Located(EnvironmentPlan environment, ServicePlan service) {

        /** Returns for example {@code orders in prod}. */
        @Override
        public String toString() {
            return service.name() + " in " + environment.name();
        }
    }

    private ServicesAssert(
            @Nullable List<Located> actual,
            boolean isThere,
            String what,
            Function<ServicePlan, List<Decision<?>>> because,
            Complaints complaints) {
        super(actual, isThere, complaints, ServicesAssert.class);
        this.what = what;
        this.because = because;
    }

    static ServicesAssert of(String what, Optional<List<Located>> found, Complaints complaints) {
        return of(what, found, service -> List.of(service.identity()), complaints);
    }

    /** Those that are there because of something that was said of them. */
    static ServicesAssert of(
            String what,
            Optional<List<Located>> found,
            Function<ServicePlan, List<Decision<?>>> because,
            Complaints complaints) {
        ServicesAssert services = new ServicesAssert(found.orElse(null), found.isPresent(), what, because, complaints);
        services.fact(all ->
                all.isEmpty() ? Optional.of("Expected " + what + ", but there are none to look at") : Optional.empty());
        return services;
    }

    /**
     * Goes on with some of them.
     *
     * <pre>{@code
     * assertThat(prod).services().that("are public", service -> !service.routes().isEmpty())
     *     .each(service -> service.isProbed());                                    // passes if all of these are
     * assertThat(prod).services().that("are red", service -> false);               // fails, since there are none
     * }</pre>
     *
     * @param are what they are, as it is read after "services that"
     * @param which which of them
     * @return assertions on these, of which there must be one at least
     */
    public ServicesAssert that(String are, Predicate<ServicePlan> which) {
        Optional<List<Located>> found = find(
                all -> Optional.of(all.stream()
                        .filter(located -> which.test(located.service()))
                        .toList()),
                all -> "");
        return of(what + " that " + are, found, because, complaints());
    }

    /**
     * Passes if the same holds for each of them, and otherwise says where it does not.
     *
     * <pre>{@code
     * assertThat(prod).services().each(ServiceAssert::runsAsNonRoot);     // passes if none may be root
     * assertThat(prod).services().each(service -> service.isNotPublic()); // fails, and lists all that are public
     * }</pre>
     *
     * @param facts makes assertions on one of them
     * @return this
     */
    public ServicesAssert each(Consumer<ServiceAssert> facts) {
        return fact(all -> {
            List<AssertionError> failed = new ArrayList<>();
            for (Located located : all) {
                Complaints complaints = Complaints.kept();
                try {
                    facts.accept(new ServiceAssert(located.environment(), located.service(), true, complaints));
                } catch (AssertionError other) {
                    complaints.add(new AssertionError(located + ": " + other.getMessage(), other));
                }
                failed.addAll(complaints.all());
            }
            return failed.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Expected the same of " + all.size() + " " + what + ", but:"
                            + failed.stream()
                                    .map(failure -> "\n" + failure.getMessage())
                                    .collect(Collectors.joining()));
        });
    }

    /**
     * Passes if these are their names.
     *
     * <pre>{@code
     * assertThat(prod).publicServices().areOnly("frontend"); // passes if nothing else is public
     * assertThat(prod).publicServices().areOnly("payments"); // fails, and lists them
     * }</pre>
     *
     * @param names the names, in any order
     * @return this
     */
    public ServicesAssert areOnly(String... names) {
        return fact(all -> {
            TreeSet<String> expected = new TreeSet<>(Arrays.asList(names));
            TreeSet<String> actual = new TreeSet<>();
            all.forEach(located -> actual.add(located.service().name()));
            return actual.equals(expected)
                    ? Optional.empty()
                    : Optional.of("Expected " + what + " to be " + expected + ", but they are " + actual
                            + all.stream()
                                    .filter(located ->
                                            !expected.contains(located.service().name()))
                                    .map(located -> Said.lines(located.toString(), because.apply(located.service())))
                                    .collect(Collectors.joining()));
        });
    }
}
