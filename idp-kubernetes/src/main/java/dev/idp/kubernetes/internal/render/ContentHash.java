package dev.idp.kubernetes.internal.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A few digits that are others for another content, for names that change with it. */
public final class ContentHash {

    /** How many digits there are. */
    public static final int DIGITS = 10;

    private static final MessageDigest SHA_256 = sha256();

    /** Collected, since one long piece is hashed faster than many short ones. */
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(256);

    /** Begins with no content. */
    public ContentHash() {}

    /**
     * Adds a text, which is told apart from its neighbours.
     *
     * @param text the text
     * @return this
     */
    public ContentHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // With the length before it, or "a" and "bc" would look like "ab" and "c".
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            content.write(bytes.length >> shift);
        }
        content.writeBytes(bytes);
        return this;
    }

    /**
     * Ends the content.
     *
     * @return {@link #DIGITS} hexadecimal digits
     */
    public String end() {
        StringBuilder hex = new StringBuilder(DIGITS);
        byte[] hash = copy().digest(content.toByteArray());
        for (int i = 0; i < DIGITS / 2; i++) {
            hex.append(Character.forDigit((hash[i] >> 4) & 0xf, 16)).append(Character.forDigit(hash[i] & 0xf, 16));
        }
        return hex.toString();
    }

    /** Copied, since looking for the algorithm takes longer than what is hashed here. */
    private static MessageDigest copy() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException unusual) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
