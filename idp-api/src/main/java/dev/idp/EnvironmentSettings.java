package dev.idp;

import dev.idp.spi.Extension;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that can be said about an environment itself: one typed key each. */
public final class EnvironmentSettings {

    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** The key of what holds for every team; a team cannot have this name. */
    public static final String EACH = "*";

    /** What the environment is for. */
    public static final Setting<Tier> TIER = Setting.of("tier", JsonForm.text(Tier::name, Tier::valueOf))
            .withDefault(Tier.DEVELOPMENT, "an environment is for trying things until somebody says otherwise")
            .affectingNothing();

    /** The domain below which services are public. */
    public static final Setting<String> DOMAIN_NAME = Setting.of("domain", JsonForm.TEXT)
            .withoutDefault("nobody said below which domain services are public")
            .checkedBy(domain -> DOMAIN.matcher(domain).matches()
                    ? Optional.empty()
                    : Optional.of(
                            new Flaw("'" + domain + "' is not a domain", "write it like shop.example, in lower case")))
            .affectingNothing();

    /** The space that the services share, on Kubernetes a namespace. */
    public static final Setting<String> NAMESPACE = Setting.of("namespace", JsonForm.TEXT)
            .checkedBy(name -> Names.flawOfLabel(name, "a namespace"))
            .affectingNothing();

    /** Who shares a namespace. */
    public static final Setting<Namespaces> NAMESPACES = Setting.of("namespaces", Namespaces.JSON)
            .withoutDefault("the services of an environment share its namespace until somebody says otherwise")
            .affectingNothing();

    /** How much namespaces may ask for, by the team whose they are, {@link #EACH} for all others. */
    public static final Setting<Quota> QUOTA = Setting.byKey("namespace-quota", Quota.JSON)
            .checkedBy((team, quota) ->
                    (team.equals(EACH) ? Optional.<Flaw>empty() : Names.flawOfLabel(team, "a team")).or(quota::flaw))
            .affectingNothing();

    /** What a container of a namespace gets that asks for nothing, and the most that one may get. */
    public static final Setting<ContainerRange> CONTAINER_RANGE = Setting.of("container-range", ContainerRange.JSON)
            .withoutDefault("nobody said how large containers may be")
            .checkedBy(ContainerRange::flaw)
            .affectingNothing();

    /** What the people of a team may do by hand where their workloads are. */
    public static final Setting<Access> TEAM_ACCESS = Setting.of("team-access", Access.JSON)
            .withDefault(Access.VIEW, "what people change by hand, the next apply takes back")
            .affecting(Effects::ofAccess);

    /** Where public traffic comes from. */
    public static final Setting<PublicEntry> PUBLIC_ENTRY = Setting.of("public-entry", PublicEntry.JSON)
            .withoutDefault("nobody said where public traffic comes from")
            .checkedBy(PublicEntry::flaw)
            .affecting(Effects::ofPublicEntry);

    /** The versions that are released here, by workload: a tag, a digest, or a whole image. */
    public static final Setting<String> RELEASE = Setting.byKey("release", JsonForm.TEXT)
            .checkedBy((workload, version) ->
                    Names.flawOfLabel(workload, "a workload").or(() -> Image.flawOfVersion(version)))
            .affectingNothing();

    /** What backends alone understand about the environment as a whole, by id: the same key as that of workloads. */
    public static final Setting<Extension> EXTENSION = Settings.EXTENSION;

    private static final List<Setting<?>> ALL = List.of(
            TIER,
            DOMAIN_NAME,
            NAMESPACE,
            NAMESPACES,
            QUOTA,
            CONTAINER_RANGE,
            TEAM_ACCESS,
            PUBLIC_ENTRY,
            RELEASE,
            EXTENSION);

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
