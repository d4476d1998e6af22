package dev.idp.tests.policy;

import dev.idp.policy.Finding;
import dev.idp.policy.Held;
import dev.idp.policy.Location;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import dev.idp.policy.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Verdicts to report. */
final class Verdicts {

    static final LocalDate TODAY = LocalDate.of(2027, 1, 31);

    static final Verdict CLEAN = Verdict.of(List.<Held>of(), List.of(), TODAY);

    static final List<Rule<?>> RULES = List.of(
            new Known("owner-set", "somebody must be there at night", Severity.INFO, "say ownedBy(...)", ""),
            new Known("fixed-image", "a tag moves", Severity.ERROR, "name a version", "https://docs.example/images"),
            new Known("probes-set", "nobody else sees that it hangs", Severity.WARNING, "", ""));

    private Verdicts() {}

    record Known(String id, String because, Severity severity, String fix, String url) implements Rule<String> {

        @Override
        public Optional<String> link() {
            return Optional.of(url).filter(text -> !text.isEmpty());
        }

        @Override
        public List<Finding> check(String subject) {
            return List.of();
        }
    }

    static Finding finding(String rule, Severity severity, String environment, String subject, String message) {
        return new Finding(
                rule,
                severity,
                environment,
                subject,
                "",
                message,
                "mend it",
                Optional.of("service " + subject + ", Shop.java:31"),
                Optional.of(new Location("org/example/Shop.java", 31, "Deployment/" + subject, "/spec/x")));
    }

    static Verdict of(Finding... findings) {
        return Verdict.of(List.<Held>of(), List.of(findings), TODAY);
    }

    /** One of everything: two environments, all severities, a finding without a place, one that is waived. */
    static Verdict shop() {
        return waiving(shopFindings());
    }

    static List<Finding> shopFindings() {
        return List.of(
                finding("owner-set", Severity.INFO, "prod", "web", "nobody owns it"),
                finding("fixed-image", Severity.ERROR, "prod", "web", "its image is no fixed one"),
                finding("fixed-image", Severity.ERROR, "prod", "orders", "its image is no fixed one"),
                finding("probes-set", Severity.WARNING, "prod", "mail", "it has no probe"),
                finding("probes-set", Severity.WARNING, "prod", "web", "it has no probe"),
                new Finding("few-services", Severity.INFO, "dev", "", "there are 2", "", Optional.empty()));
    }

    /** One that is open, one that is waived. */
    static Verdict pair() {
        return waiving(shopFindings().subList(1, 3));
    }

    /** The image of orders is waived. */
    static Verdict waiving(List<Finding> findings) {
        return Verdict.of(
                List.of(new Held(
                        "prod",
                        "orders",
                        "fixed-image",
                        new Waiver("the vendor has no versions", "checkout", TODAY),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        List.of())),
                findings,
                TODAY);
    }
}
