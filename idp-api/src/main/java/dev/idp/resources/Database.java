package dev.idp.resources;

import dev.idp.Text;

/** A server that holds several databases, one of which is meant. Its provisioner also supplies {@code database}. */
public interface Database extends Server {

    /**
     * Returns the database's name on its server, as the resource declares it.
     *
     * @return the resource's name with underscores for dashes, which SQL would have to quote, unless somebody said another
     */
    String databaseName();

    /**
     * Returns the database's name on its server, as the environment supplies it.
     *
     * @return a reference to the output {@code database}
     */
    default Text database() {
        return output("database");
    }
}
