package dev.idp.policy;

import dev.idp.Tier;
import dev.idp.plan.EnvironmentPlan;
import java.util.List;

/** Rules on secrets that stand where anyone may read them. No message holds a value. */
final class SecretRules {

    private static final String LINK =
            "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html";

    private SecretRules() {}

    static List<Rule<EnvironmentPlan>> all() {
        return List.of(noPlainSecretByEntropy(), noPlainSecretByName());
    }

    private static Rule<EnvironmentPlan> noPlainSecretByEntropy() {
        return Rules.forWorkloads("no-plain-secret-by-entropy")
                .because("whoever can read the program or the cluster's configuration has the key")
                .severity(Severity.ERROR)
                .fix("replace it, since it is known now, and say secret(...)")
                .link(LINK)
                .check((workload, findings) -> PlainTexts.all(workload).forEach(text -> SecretForm.in(text.value())
                        .ifPresent(form -> findings.add(
                                form.certain() ? Severity.ERROR : severity(findings.environment()),
                                text.cause(),
                                text.where() + " holds " + form.description(),
                                "replace it, since it is known now, and " + text.remedy()))));
    }

    private static Rule<EnvironmentPlan> noPlainSecretByName() {
        return Rules.forWorkloads("no-plain-secret-by-name")
                .because("whoever can read the program or the cluster's configuration has the password")
                .severity(Severity.ERROR)
                .fix("say secret(...) instead")
                .link(LINK)
                .check((workload, findings) -> PlainTexts.named(workload).stream()
                        .filter(text -> SecretName.matches(text.name()) && !SecretName.isHarmless(text.value()))
                        .forEach(text -> findings.add(
                                severity(findings.environment()),
                                text.cause(),
                                text.where() + " is a plain value, and by its name a secret",
                                text.remedy() + " instead")));
    }

    /** Before production, much that is called a password protects nothing. */
    private static Severity severity(EnvironmentPlan environment) {
        return environment.tier() == Tier.PRODUCTION ? Severity.ERROR : Severity.WARNING;
    }
}
