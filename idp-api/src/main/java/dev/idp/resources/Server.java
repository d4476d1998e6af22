package dev.idp.resources;

import dev.idp.Resource;
import dev.idp.SecretText;
import dev.idp.Text;

/**
 * A resource that is reached over the network.
 *
 * <p>A provisioner of one's own supplies the outputs {@code host} and {@code port}, and {@code username} and
 * {@code password} where clients must log in. Addresses and URLs are composed of them.
 */
public interface Server extends Resource {

    /**
     * Returns the host name.
     *
     * @return a reference to the output {@code host}
     */
    default Text host() {
        return output("host");
    }

    /**
     * Returns the number of the port.
     *
     * @return a reference to the output {@code port}
     */
    default Text port() {
        return output("port");
    }

    /**
     * Returns host and port, like {@code orders-db:5432}.
     *
     * @return a reference to both
     */
    default Text address() {
        return Text.text("{}:{}", host(), port());
    }

    /**
     * Returns the name to log in with. It is kept with the password, since both change together.
     *
     * @return a reference to the secret output {@code username}, which a server without log-in does not have
     */
    default SecretText username() {
        return secretOutput("username");
    }

    /**
     * Returns the password to log in with.
     *
     * @return a reference to the secret output {@code password}, which a server without log-in does not have
     */
    default SecretText password() {
        return secretOutput("password");
    }
}
