package dev.chokepoint.programs.chat.guard;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.spec.KeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password that can be checked and not read: PBKDF2 with HMAC-SHA-256 (RFC 8018 section 5.2), written as a PHC string
 * {@code $pbkdf2-sha256$i=600000$SALT$HASH} with salt and hash in base64 without padding. Checking is slow by intent (some tenths of a
 * second at the usual number of rounds): a server does it beside its lane. Immutable; any thread.
 */
public final class PasswordHash {
    /** The rounds of new hashes: OWASP's figure for this function. */
    public static final int ITERATIONS = 600_000;

    /** More rounds than this are refused: a check would take seconds. */
    public static final int MOST_ITERATIONS = 10_000_000;

    /** Bytes of a new hash's salt. */
    public static final int SALT_BYTES = 16;

    /** The longest password that is checked, in characters. */
    public static final int LONGEST_PASSWORD = 300;

    private static final int HASH_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$pbkdf2-sha256\\$i=([1-9][0-9]{0,7})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{43})");

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * Hashes a password. Slow.
     *
     * @param password 1 to {@value #LONGEST_PASSWORD} characters
     * @param salt {@value #SALT_BYTES} bytes that nobody can guess and no other password has
     * @param iterations the rounds, 1 to {@value #MOST_ITERATIONS}
     * @return the hash
     * @throws IllegalArgumentException the password is empty or too long
     */
    public static PasswordHash of(String password, byte[] salt, int iterations) {
        if (!isPassword(password)) {
            throw new IllegalArgumentException(
                    "a password must have 1 to " + LONGEST_PASSWORD + " characters, not " + password.length());
        }
        return new PasswordHash(iterations, salt.clone(), derive(password, salt, iterations));
    }

    /**
     * Reads a hash.
     *
     * @param text as {@link #toString()} prints it
     * @return the hash
     * @throws IllegalArgumentException it has another form, or more than {@value #MOST_ITERATIONS} rounds
     */
    public static PasswordHash parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a password hash");
        }
        int iterations = Integer.parseInt(parts.group(1));
        if (iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException(iterations + " rounds are too many, at most " + MOST_ITERATIONS);
        }
        return new PasswordHash(iterations, decode(parts.group(2)), decode(parts.group(3)));
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /**
     * Whether a password is the one that was hashed. Slow; takes as long for a wrong one.
     *
     * @param password what somebody gave
     * @return whether it is right; an empty one and one of more than {@value #LONGEST_PASSWORD} characters never is
     */
    public boolean matches(String password) {
        return isPassword(password) && MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    /**
     * What a check costs.
     *
     * @return rounds of the function
     */
    public int iterations() {
        return iterations;
    }

    private static boolean isPassword(String password) {
        return !password.isEmpty() && password.length() <= LONGEST_PASSWORD;
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        KeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash that
                && iterations == that.iterations
                && Arrays.equals(salt, that.salt)
                && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /** The PHC string. */
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$pbkdf2-sha256$i=" + iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}
