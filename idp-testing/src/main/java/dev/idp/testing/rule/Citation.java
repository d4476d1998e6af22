package dev.idp.testing.rule;

import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.policy.Finding;
import dev.idp.policy.Location;
import dev.idp.policy.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a remark becomes a finding: with the line of the user's program, and with a path that outlives that line. */
final class Citation {

    private Citation() {}

    /**
     * Returns what is said of a subject.
     *
     * @param otherwise what declared it, which is cited where nobody said anything in particular
     */
    static Finding finding(
            Rule<?> rule, EnvironmentPlan environment, String subject, Remark remark, List<Decision<?>> otherwise) {
        Optional<Source> source = source(Stream.concat(remark.causes().stream(), otherwise.stream()));
        return finding(rule, environment, subject, remark, source, source.map(Source::toString));
    }

    static Finding finding(
            Rule<?> rule,
            EnvironmentPlan environment,
            String subject,
            Remark remark,
            Optional<Source> source,
            Optional<String> place) {
        return new Finding(
                rule.id(),
                rule.severity(),
                environment.name(),
                subject,
                "",
                remark.message(),
                rule.fix().isEmpty() ? remark.remedy() : rule.fix(),
                place,
                Optional.of(location(remark.path(), source)));
    }

    /** The first that anybody said: defaults of the library and plans that were read back have no lines. */
    static Optional<Source> source(Stream<Decision<?>> decisions) {
        return decisions
                .flatMap(decision -> decision.winner().stream())
                .map(Claim::source)
                .filter(source -> source.origin().isKnown())
                .findFirst();
    }

    private static Location location(String path, Optional<Source> source) {
        String[] parts = path.split("/", 4);
        String object = parts.length < 2 ? path : parts[0] + "/" + parts[1];
        StringBuilder pointer = new StringBuilder();
        for (int i = 2; i < parts.length; i++) {
            pointer.append('/').append(parts[i].replace("~", "~0").replace("/", "~1"));
        }
        return source.map(Source::origin)
                .flatMap(Location::of)
                .orElse(new Location("", 0, "", ""))
                .in(object, pointer.toString());
    }
}
