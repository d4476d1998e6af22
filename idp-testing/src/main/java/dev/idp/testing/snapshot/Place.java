package dev.idp.testing.snapshot;

/**
 * Where something stands in a subject.
 *
 * @param path as people read it, with elements of lists by their names
 * @param pointer the JSON pointer of it, with elements of lists by their places
 */
record Place(String path, String pointer) {

    static final Place ROOT = new Place("", "");

    Place field(String key) {
        return step(escaped(key), escaped(key));
    }

    Place element(String name, int index) {
        return step(escaped(name), Integer.toString(index));
    }

    /** An element that is there no more, so that its place has become another's. */
    Place formerElement(String name) {
        return step(escaped(name), "-");
    }

    private Place step(String named, String pointed) {
        return new Place(path.isEmpty() ? named : path + "/" + named, pointer + "/" + pointed);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
