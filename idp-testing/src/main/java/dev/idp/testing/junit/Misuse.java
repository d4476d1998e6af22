package dev.idp.testing.junit;

import dev.idp.internal.text.Closest;
import java.util.Collection;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What is wrong with how a test asks for something. */
final class Misuse {

    private Misuse() {}

    static ExtensionConfigurationException unknown(
            String kind, String name, String platform, Collection<String> known) {
        return new ExtensionConfigurationException("no " + kind + " '" + name + "' in platform " + platform
                + Closest.to(name, known)
                        .map(near -> ": did you mean '" + near + "'? There are ")
                        .orElse(": there are only ")
                + String.join(", ", known));
    }
}
