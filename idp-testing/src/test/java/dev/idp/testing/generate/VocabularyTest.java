package dev.idp.testing.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Job;
import dev.idp.JobSettings;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.ServiceSettings;
import dev.idp.WorkloadSettings;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The seeds say all words that there are, but for a few. */
class VocabularyTest {

    private static final int SEEDS = 250;

    private static final Map<String, String> NEVER_SAID = Map.of(
            "say", "what all other words are made of; nobody says it",
            "with", "needs a backend that understands it",
            "namespace", "the names of namespaces are of no consequence to the rest of a plan",
            "containers", "its bounds would refuse what made-up workloads ask for",
            "stubbingNeeds", "would supply what parts need, which made-up platforms supply themselves");

    @Test
    void isSaidExceptForWhatHasAReason() {
        Set<String> unsaid = new TreeSet<>();
        Stream.of(
                        WorkloadSettings.class,
                        ServiceSettings.class,
                        JobSettings.class,
                        Service.Builder.class,
                        Job.Builder.class,
                        Environment.Builder.class,
                        Platform.Builder.class)
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> !method.getDeclaringClass().equals(Object.class))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .forEach(unsaid::add);
        Pattern word = Pattern.compile("[.](\\w+)[(]");

        for (long seed = 1; seed <= SEEDS; seed++) {
            String program =
                    MadePlatform.make(Choices.ofSeed(seed), 0, true).listing().toString();
            // Releases have a word of that name as well.
            Matcher said = word.matcher(program.replaceAll("[.]with[(](\"\\w+\", \"\\w+\")[)]", ""));
            while (said.find()) {
                unsaid.remove(said.group(1));
            }
        }

        assertThat(unsaid).isEqualTo(new TreeSet<>(NEVER_SAID.keySet()));
    }
}
