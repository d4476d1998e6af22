package dev.idp;

import dev.idp.explain.Origin;
import dev.idp.internal.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/** The people who own something. */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract class Team {

    static final JsonForm<Team> JSON = new JsonForm<>(Team::write, Team::read);

    Team() {}

    /**
     * Returns a team without a contact.
     *
     * @param name the team's name, a DNS label
     * @return the team
     */
    public static Team named(String name) {
        return ImmutableTeam.builder()
                .name(Nulls.refuse(name, "the name of a team"))
                .origin(Origin.capture())
                .build();
    }

    /**
     * Returns this team with the place where it can be reached.
     *
     * @param contact an address or a channel, for people to read
     * @return the team
     */
    public Team reachedAt(String contact) {
        return ImmutableTeam.builder()
                .from(this)
                .contact(Nulls.refuse(contact, "the contact of team '" + name() + "'"))
                .build();
    }

    /**
     * Returns this team with the groups that its people are in.
     *
     * @param groups the names by which the cluster's identity provider knows them
     * @return the team
     */
    public Team groups(String... groups) {
        List<String> named = new ArrayList<>();
        for (String group : groups) {
            named.add(Nulls.refuse(group, "a group of team '" + name() + "'"));
        }
        return ImmutableTeam.builder().from(this).groups(named).build();
    }

    /**
     * Returns the team's name.
     *
     * @return the name
     */
    public abstract String name();

    /**
     * Returns where the team can be reached.
     *
     * @return an address or a channel, if given
     */
    public abstract Optional<String> contact();

    /**
     * Returns the groups that the team's people are in.
     *
     * @return as an identity provider knows them
     */
    public abstract List<String> groups();

    /**
     * Returns where the team was declared.
     *
     * @return the line
     */
    @Value.Auxiliary
    public abstract Origin origin();

    private static Object write(Team team) {
        Map<String, Object> json = new TreeMap<>(Map.of("name", team.name()));
        team.contact().ifPresent(contact -> json.put("contact", contact));
        if (!team.groups().isEmpty()) {
            json.put("groups", team.groups());
        }
        return json;
    }

    private static Team read(Object json) {
        Fields fields = Fields.of(json);
        return ImmutableTeam.builder()
                .name(fields.text("name"))
                .contact(fields.findText("contact"))
                .groups(fields.findTexts("groups"))
                .origin(Origin.UNKNOWN)
                .build();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }
}
