package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import dev.idp.policy.SuspectedSecret;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules on secrets that stand where anyone may read them. No message holds a value. */
final class SecretRules {

    private static final String LINK = "https://kubernetes.io/docs/concepts/security/secrets-good-practices/";

    /** A word of a command: {@code --name=value}, {@code -Dname=value}, {@code NAME=value}. */
    private static final Pattern OPTION =
            Pattern.compile("(?:-D|-{0,2})([A-Za-z][A-Za-z0-9_.-]*+)=(.*+)", Pattern.DOTALL);

    private static final String REPLACE = "replace it, since it is known now, and ";

    private static final String OF_CONTAINER = REPLACE + "take it from a Secret by secretKeyRef or a volume";

    private static final String OF_MAP = REPLACE + "put it into a Secret";

    private SecretRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(containers(), maps());
    }

    private static Rule<ObjectSet> containers() {
        return ManifestRules.forContainers("secret-in-container")
                .because("whoever may read the pod has the password")
                .severity(Severity.ERROR)
                .fix(OF_CONTAINER)
                .link(LINK)
                .check((container, found) -> {
                    for (Field variable : container.at("env").items()) {
                        String name = variable.get("name").text().orElse("");
                        Field value = variable.get("value");
                        add(SuspectedSecret.in("variable " + name, name, text(value)), value, OF_CONTAINER, found);
                    }
                    words(container.at("command"), found);
                    words(container.at("args"), found);
                });
    }

    private static void words(Field list, ManifestFindings found) {
        for (Field word : list.items()) {
            Matcher option = OPTION.matcher(text(word));
            add(
                    option.matches()
                            ? SuspectedSecret.in("option " + option.group(1), option.group(1), option.group(2))
                            : SuspectedSecret.in("word " + word.name() + " of its " + list.name(), "", text(word)),
                    word,
                    OF_CONTAINER,
                    found);
        }
    }

    private static Rule<ObjectSet> maps() {
        return ManifestRules.forKind("secret-in-config-map", "", "ConfigMap")
                .because("whoever may read configuration has the password")
                .severity(Severity.ERROR)
                .fix(OF_MAP)
                .link(LINK)
                .check((map, found) -> map.at("data")
                        .entries()
                        .forEach((key, value) ->
                                add(SuspectedSecret.in("key " + key, key, text(value)), value, OF_MAP, found)));
    }

    private static String text(Field value) {
        return value.text().orElse("");
    }

    /** What nobody is sure of is a warning. */
    private static void add(List<SuspectedSecret> secrets, Field field, String fix, ManifestFindings found) {
        for (SuspectedSecret secret : secrets) {
            found.add(secret.isCertain() ? Severity.ERROR : Severity.WARNING, field, secret.message(), fix);
        }
    }
}
