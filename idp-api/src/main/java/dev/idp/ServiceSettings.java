package dev.idp;

import dev.idp.spi.Extension;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The words for saying something about services, wherever it is said: by a service, a golden path, an environment or the
 * platform, as a default or as a mandate.
 *
 * <p>A call throws on {@code null} alone. Whatever else is wrong with its content is reported by {@link Platform#plan()},
 * with this call's line.
 *
 * @param <S> the type that is speaking, so that calls can be chained
 */
public interface ServiceSettings<S extends ServiceSettings<S>> {

    /**
     * Says a value, or takes away what weaker layers say.
     *
     * @param <T> the value's type
     * @param setting what it is about
     * @param entry the name of the entry; empty for a setting with one value
     * @param value the value; {@code null} takes it away
     * @return this
     */
    <T> S say(Setting<T> setting, String entry, @Nullable T value);

    /**
     * Says the value of any setting, also of one that this library does not know.
     *
     * @param <T> the value's type
     * @param setting a setting with one value
     * @param value the value
     * @return this
     */
    default <T> S set(Setting<T> setting, T value) {
        return set(setting, "", value);
    }

    /**
     * Says an entry of any setting, also of one that this library does not know.
     *
     * @param <T> the type of the entry's value
     * @param setting a setting with entries
     * @param entry the entry's name
     * @param value the value
     * @return this
     */
    default <T> S set(Setting<T> setting, String entry, T value) {
        return say(
                Nulls.refuse(setting, "a setting"),
                Nulls.refuse(entry, "the name in " + setting),
                Nulls.refuse(value, entry.isEmpty() ? setting.id() : setting + " " + entry));
    }

    /**
     * Takes away the value that weaker layers give.
     *
     * @param setting a setting with one value
     * @return this
     */
    default S unset(Setting<?> setting) {
        return unset(setting, "");
    }

    /**
     * Takes away an entry that weaker layers give.
     *
     * @param setting a setting with entries
     * @param entry the entry's name
     * @return this
     */
    default S unset(Setting<?> setting, String entry) {
        return say(Nulls.refuse(setting, "a setting"), Nulls.refuse(entry, "the name in " + setting), null);
    }

    /**
     * Says which image to run.
     *
     * @param reference name and tag or digest, like {@code registry.example/team/orders:1.4.2}
     * @return this
     */
    default S image(String reference) {
        return set(Settings.IMAGE, new Image(Nulls.refuse(reference, "image")));
    }

    /**
     * Says who owns the service.
     *
     * @param team the team
     * @return this
     */
    default S ownedBy(Team team) {
        return set(Settings.OWNER, team);
    }

    /**
     * Says that the service listens on a port.
     *
     * @param port the port; one of the same name on a weaker layer loses
     * @return this
     */
    default S port(Port port) {
        return set(Settings.PORT, Nulls.refuse(port, "port").name(), port);
    }

    /**
     * Says the value of a variable.
     *
     * @param name the variable's name
     * @param value the text as it is
     * @return this
     */
    default S env(String name, String value) {
        return env(name, Text.of(Nulls.refuse(value, "env " + name)));
    }

    /**
     * Says the value of a variable that refers to something else. Whoever refers to a service calls it.
     *
     * @param name the variable's name
     * @param value a reference or a {@linkplain Text#text(String, Text...) composed text}
     * @return this
     */
    default S env(String name, Text value) {
        return set(Settings.ENV, name, value);
    }

    /**
     * Says the value of a variable that holds a secret.
     *
     * @param name the variable's name
     * @param value the place of the secret, or a text composed with it
     * @return this
     */
    default S secret(String name, SecretText value) {
        return set(Settings.SECRET, name, value);
    }

    /**
     * Says how to find out that a copy must be restarted.
     *
     * @param probe the question
     * @return this
     */
    default S liveness(Probe probe) {
        return set(Settings.LIVENESS, probe);
    }

    /**
     * Says how to find out that a copy can take requests.
     *
     * @param probe the question
     * @return this
     */
    default S readiness(Probe probe) {
        return set(Settings.READINESS, probe);
    }

    /**
     * Says how much CPU one copy is guaranteed.
     *
     * @param request the amount
     * @return this
     */
    default S cpu(Cpu request) {
        return set(Settings.CPU, request);
    }

    /**
     * Says how much CPU one copy is guaranteed, and how much it may use.
     *
     * @param request the guaranteed amount
     * @param limit the greatest amount
     * @return this
     */
    default S cpu(Cpu request, Cpu limit) {
        return cpu(request).set(Settings.CPU_LIMIT, limit);
    }

    /**
     * Says how much memory one copy is guaranteed.
     *
     * @param request the amount
     * @return this
     */
    default S memory(Memory request) {
        return set(Settings.MEMORY, request);
    }

    /**
     * Says how much memory one copy is guaranteed, and how much it may use before it is killed.
     *
     * @param request the guaranteed amount
     * @param limit the greatest amount
     * @return this
     */
    default S memory(Memory request, Memory limit) {
        return memory(request).set(Settings.MEMORY_LIMIT, limit);
    }

    /**
     * Says how many copies run.
     *
     * @param number the number, whatever the load
     * @return this
     */
    default S replicas(int number) {
        return set(Settings.REPLICAS, Replicas.fixed(number));
    }

    /**
     * Says between which numbers of copies the service is scaled.
     *
     * @param minimum the least number
     * @param maximum the greatest number
     * @return this
     */
    default S replicas(int minimum, int maximum) {
        return set(Settings.REPLICAS, Replicas.between(minimum, maximum));
    }

    /**
     * Says above which average use of its guaranteed CPU the service gets more copies.
     *
     * @param percent of the guaranteed CPU
     * @return this
     */
    default S scaleAtCpu(int percent) {
        return set(Settings.CPU_TARGET, (long) percent);
    }

    /**
     * Opens the service to the public, at all paths of a host.
     *
     * @param host a host name; without a dot it is a name within the environment's domain
     * @return this
     */
    default S publicAt(String host) {
        return publicAt(Route.at(host));
    }

    /**
     * Opens the service to the public.
     *
     * @param route host, path and port
     * @return this
     */
    default S publicAt(Route route) {
        return set(Settings.ROUTE, Nulls.refuse(route, "route").address(), route);
    }

    /**
     * Says that the service uses something that none of its texts mentions.
     *
     * @param dependency a service, an external service or a resource
     * @return this
     */
    default S uses(Dependency dependency) {
        return set(Settings.USES, Nulls.refuse(dependency, "dependency").name(), dependency);
    }

    /**
     * Gives the process a directory to write to, which is gone with the copy.
     *
     * @param path the directory's path
     * @return this
     */
    default S scratch(String path) {
        return set(Settings.SCRATCH, Nulls.refuse(path, "scratch"), path);
    }

    /**
     * Says how long a copy may take to finish its work when it is stopped.
     *
     * @param grace whole seconds
     * @return this
     */
    default S shutdownGrace(Duration grace) {
        return set(Settings.SHUTDOWN_GRACE, grace);
    }

    /**
     * Says that the process does not run as root, which is the default.
     *
     * @return this
     */
    default S runAsNonRoot() {
        return set(Settings.NON_ROOT, Restriction.HOLDS);
    }

    /**
     * Lets the process run as root.
     *
     * @param because why it must
     * @return this
     */
    default S runAsRoot(String because) {
        return set(Settings.NON_ROOT, Restriction.liftedBecause(Nulls.refuse(because, "the reason to run as root")));
    }

    /**
     * Says that the process cannot write to its image's files, which is the default.
     *
     * @return this
     */
    default S readOnlyRootFilesystem() {
        return set(Settings.READ_ONLY_ROOT, Restriction.HOLDS);
    }

    /**
     * Lets the process write to its image's files.
     *
     * @param because why it must
     * @return this
     */
    default S writableRootFilesystem(String because) {
        return set(
                Settings.READ_ONLY_ROOT,
                Restriction.liftedBecause(Nulls.refuse(because, "the reason for a writable root filesystem")));
    }

    /**
     * Says as which user and group the process runs.
     *
     * @param id the number of both
     * @return this
     */
    default S runAsUser(long id) {
        return set(Settings.USER_ID, id);
    }

    /**
     * Attaches something that one backend alone understands.
     *
     * @param extension the extension
     * @return this
     */
    default S with(Extension extension) {
        return set(Settings.EXTENSION, Nulls.refuse(extension, "extension").id(), extension);
    }
}
