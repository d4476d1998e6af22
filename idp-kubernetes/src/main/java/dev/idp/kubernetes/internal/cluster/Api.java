package dev.idp.kubernetes.internal.cluster;

import dev.idp.kubernetes.internal.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An API server: what it serves, and what it has. */
public final class Api {

    /** As many as kubectl asks for at once: a thousand objects are some megabytes. */
    private static final int PAGE = 500;

    private final Connection connection;
    private final Discovery discovery;

    private Api(Connection connection, Discovery discovery) {
        this.connection = connection;
        this.discovery = discovery;
    }

    /**
     * Talks through a connection.
     *
     * @param connection the connection
     */
    public Api(Connection connection) {
        this(connection, new Discovery(connection));
    }

    /**
     * Returns the same for one job, whose requests are counted by themselves.
     *
     * @param retries takes a line for each request that is sent again
     * @return an API that has asked nothing yet
     */
    public Api reportingTo(Consumer<String> retries) {
        return new Api(connection.reportingTo(retries));
    }

    /**
     * Returns how many requests were sent.
     *
     * @return all, with those that were sent again
     */
    public long sent() {
        return connection.sent();
    }

    /**
     * Sends a request.
     *
     * @param request what to ask
     * @return the answer, whatever it says
     */
    public Answer send(Request request) {
        return connection.send(request);
    }

    /**
     * Finds out where objects of a kind are.
     *
     * @param apiVersion group and version
     * @param kind the kind
     * @return where; empty if this server has no such kind
     */
    public Optional<ResourceType> type(String apiVersion, String kind) {
        return discovery.find(apiVersion, kind);
    }

    /**
     * Finds out where objects of a kind are, in the version that this server prefers.
     *
     * @param groupKind kind and group: {@code Deployment.apps}, {@code ConfigMap}
     * @return where; empty if this server has no such kind
     */
    public Optional<ResourceType> typeOfGroupKind(String groupKind) {
        int dot = groupKind.indexOf('.');
        if (dot < 0) {
            return type("v1", groupKind);
        }
        Request request = Request.get("/apis/" + groupKind.substring(dot + 1));
        Answer answer = send(request);
        if (answer.isSuccess()) {
            return type(answer.tree().text("preferredVersion", "groupVersion"), groupKind.substring(0, dot));
        }
        if (answer.refusal().isNotFound()) {
            return Optional.empty();
        }
        throw new Refused(request, answer.refusal());
    }

    /**
     * Returns an object.
     *
     * @param type its kind
     * @param namespace its namespace
     * @param name its name
     * @param metadataOnly whether the metadata are enough
     * @return the object; empty if there is none
     */
    public Optional<Live> get(ResourceType type, String namespace, String name, boolean metadataOnly) {
        Request request = Request.get(type.path(namespace, name));
        request = metadataOnly ? request.forMetadata() : request;
        Answer answer = send(request);
        if (answer.isSuccess()) {
            return Optional.of(live(type, answer));
        }
        Refusal refusal = answer.refusal();
        if (refusal.isNotFound()) {
            return Optional.empty();
        }
        throw new Refused(request, refusal);
    }

    /**
     * Reads an answer that is an object.
     *
     * @param type its kind
     * @param answer what the server sent
     * @return the object
     */
    public static Live live(ResourceType type, Answer answer) {
        return Live.of(type, answer.tree());
    }

    /**
     * Reads an answer that is an object, whose managers nobody will ask for.
     *
     * @param type its kind
     * @param answer what the server sent
     * @return the object, which says that nobody manages it
     */
    public static Live liveWithoutManagers(ResourceType type, Answer answer) {
        return Live.of(type, answer.treeWithoutManagers());
    }

    /**
     * Returns the objects of a kind.
     *
     * @param type the kind
     * @param namespace the namespace
     * @param selector which labels they have; empty for all
     * @param metadataOnly whether the metadata are enough
     * @return the objects, in the order of their names
     */
    public List<Live> list(ResourceType type, String namespace, String selector, boolean metadataOnly) {
        List<Live> objects = new ArrayList<>();
        String next = "";
        do {
            Request request = Request.get(type.path(namespace) + "?limit=" + PAGE
                    + (selector.isEmpty() ? "" : "&labelSelector=" + Request.encoded(selector))
                    + (next.isEmpty() ? "" : "&continue=" + Request.encoded(next)));
            request = metadataOnly ? request.forMetadataOfList() : request;
            Answer answer = send(request);
            if (answer.code() == 410 && !next.isEmpty()) {
                // The rest is no longer known as it was when the first page was read.
                return list(type, namespace, selector, metadataOnly);
            }
            if (!answer.isSuccess()) {
                if (answer.refusal().isNotFound()) {
                    return List.of();
                }
                throw new Refused(request, answer.refusal());
            }
            Tree list = answer.tree();
            list.elementsOf("items").forEach(item -> objects.add(Live.of(type, item)));
            next = list.text("metadata", "continue");
        } while (!next.isEmpty());
        return objects;
    }
}
