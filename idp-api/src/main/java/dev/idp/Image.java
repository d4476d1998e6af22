package dev.idp;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A container image.
 *
 * @param reference the name with its tag, its digest or both, as the <a
 *     href="https://github.com/distribution/reference">distribution reference</a> grammar has it
 */
public record Image(String reference) {

    private static final Pattern GRAMMAR = Pattern.compile("(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]+)?/)?"
            + "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*"
            + "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[a-f0-9]{64})?");

    /** Longer than any registry accepts, and short enough for the grammar. */
    private static final int LONGEST = 512;

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    private static final Pattern DIGEST = Pattern.compile("sha256:[a-f0-9]{64}");

    /** A tag for people to read, and the digest that counts. */
    private static final Pattern TAG_AND_DIGEST = Pattern.compile(TAG + "@" + DIGEST);

    static final JsonForm<Image> JSON = JsonForm.text(Image::reference, Image::new);

    /**
     * Refuses null.
     *
     * @param reference the name with its tag, its digest or both
     */
    public Image {
        Nulls.refuse(reference, "image");
    }

    /**
     * Returns the tag.
     *
     * @return the part after the name's colon, if there is one
     */
    public Optional<String> tag() {
        int end = reference.indexOf('@');
        String named = end < 0 ? reference : reference.substring(0, end);
        int colon = named.lastIndexOf(':');
        return colon > named.lastIndexOf('/') ? Optional.of(named.substring(colon + 1)) : Optional.empty();
    }

    /**
     * Tells whether the image stays the same image: by a digest, or by a tag other than {@code latest}.
     *
     * @return true if it is pinned
     */
    public boolean isPinned() {
        return reference.contains("@")
                || tag().filter(tag -> !tag.equals("latest")).isPresent();
    }

    /**
     * Returns the image of the same name in another version.
     *
     * @param version a tag such as {@code 1.4.2}, a digest such as {@code sha256:…}, both as {@code 1.4.2@sha256:…}, or a
     *     whole reference, which replaces the name as well
     * @return the image
     */
    public Image at(String version) {
        if (TAG.matcher(version).matches() || TAG_AND_DIGEST.matcher(version).matches()) {
            return new Image(repository() + ":" + version);
        }
        return new Image(DIGEST.matcher(version).matches() ? repository() + "@" + version : version);
    }

    /**
     * Tells whether a version says by itself which image is meant.
     *
     * @param version a tag, a digest, both, or a whole reference
     * @return false for tags and digests, which need the name of an image
     */
    public static boolean isWhole(String version) {
        return !TAG.matcher(version).matches()
                && !DIGEST.matcher(version).matches()
                && !TAG_AND_DIGEST.matcher(version).matches();
    }

    /**
     * Returns the name without tag and digest.
     *
     * @return for example {@code registry.example/team/orders}
     */
    public String repository() {
        int end = reference.indexOf('@');
        String named = end < 0 ? reference : reference.substring(0, end);
        int colon = named.lastIndexOf(':');
        return colon > named.lastIndexOf('/') ? named.substring(0, colon) : named;
    }

    static Optional<Flaw> flawOfVersion(String version) {
        return !isWhole(version) || new Image(version).flaw().isEmpty()
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "'" + version + "' is not a version",
                        "write a tag like 1.4.2, a digest like sha256:…, or a whole image"));
    }

    /**
     * Finds out what is wrong with the reference, for backends that take images in settings of their own.
     *
     * @return the flaw; empty if it is the name of an image
     */
    public Optional<Flaw> flaw() {
        return reference.length() <= LONGEST && GRAMMAR.matcher(reference).matches()
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "'" + reference + "' is not the name of an image",
                        "write it like registry.example/team/name:1.2.3"));
    }

    /** Returns the reference. */
    @Override
    public String toString() {
        return reference;
    }
}
