package dev.idp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that can be said about an environment itself: one typed key each. */
public final class EnvironmentSettings {

    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** What the environment is for. */
    public static final Setting<Tier> TIER = Setting.of("tier", JsonForm.text(Tier::name, Tier::valueOf))
            .withDefault(Tier.DEVELOPMENT, "an environment is for trying things until somebody says otherwise");

    /** The domain below which services are public. */
    public static final Setting<String> DOMAIN_NAME = Setting.of("domain", JsonForm.TEXT)
            .withoutDefault("nobody said below which domain services are public")
            .checkedBy(domain -> DOMAIN.matcher(domain).matches()
                    ? Optional.empty()
                    : Optional.of(
                            new Flaw("'" + domain + "' is not a domain", "write it like shop.example, in lower case")));

    /** The space that the services share, on Kubernetes a namespace. */
    public static final Setting<String> NAMESPACE =
            Setting.of("namespace", JsonForm.TEXT).checkedBy(name -> Names.flawOfLabel(name, "a namespace"));

    /** Where public traffic comes from. */
    public static final Setting<PublicEntry> PUBLIC_ENTRY = Setting.of("public-entry", PublicEntry.JSON)
            .withoutDefault("nobody said where public traffic comes from")
            .checkedBy(PublicEntry::flaw);

    /** The versions that are released here, by workload: a tag, a digest, or a whole image. */
    public static final Setting<String> RELEASE = Setting.byKey("release", JsonForm.TEXT)
            .checkedBy((workload, version) ->
                    Names.flawOfLabel(workload, "a workload").or(() -> Image.flawOfVersion(version)));

    private static final List<Setting<?>> ALL = List.of(TIER, DOMAIN_NAME, NAMESPACE, PUBLIC_ENTRY, RELEASE);

    private EnvironmentSettings() {}

    /**
     * Returns every setting of a planned environment.
     *
     * @return in the order in which plans show them
     */
    public static List<Setting<?>> all() {
        return ALL;
    }
}
