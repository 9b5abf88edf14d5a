package dev.chokepoint.live;

import dev.chokepoint.host.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Where a TLS server gets its certificate and key from: files, or on the spot. */
public final class Identities {
    private static final String ALIAS = "server";
    private static final int DAYS_VALID = 365;
    private static final int SECRET_BYTES = 16;
    private static final long KEYTOOL_SECONDS_MAX = 60;
    private static final String KEY_BEGINS = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_ENDS = "-----END PRIVATE KEY-----";

    private Identities() {}

    /**
     * Makes a key (ECDSA, P-256) and a certificate for it that nobody vouches for: clients know it by its fingerprint. Runs
     * {@code keytool} of this JDK, which takes about a second.
     *
     * @param names what it is for, the first one being its subject: host names and literal addresses, at least one
     * @return a new identity each time, good for a year
     * @throws IOException keytool is not there or has failed
     */
    public static Tls.Server selfSigned(List<String> names) throws IOException {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        Path folder = Files.createTempDirectory("chokepoint-tls"); // ours alone to read
        Path store = folder.resolve("identity.p12");
        try {
            keytool(names, store, secret, folder.resolve("keytool.txt"));
            return load(store, secret.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate that keytool has made can't be read: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(store);
            Files.deleteIfExists(folder.resolve("keytool.txt"));
            Files.deleteIfExists(folder);
        }
    }

    private static void keytool(List<String> names, Path store, String secret, Path output) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String alternatives = names.stream().map(Identities::alternative).collect(Collectors.joining(","));
        ProcessBuilder keytool = new ProcessBuilder(
                tool.toString(), "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1");
        keytool.command().addAll(List.of("-sigalg", "SHA256withECDSA", "-validity", String.valueOf(DAYS_VALID)));
        keytool.command().addAll(List.of("-dname", "CN=" + names.getFirst(), "-ext", "san=" + alternatives));
        keytool.command().addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
        keytool.command().addAll(List.of("-storepass:env", "CHOKEPOINT_STORE", "-J-XX:TieredStopAtLevel=1"));
        keytool.environment().put("CHOKEPOINT_STORE", secret);
        Process process = keytool.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!ended(process) || process.exitValue() != 0) {
            throw new IOException(tool + " has made no certificate: " + Files.readString(output));
        }
    }

    private static boolean ended(Process process) throws IOException {
        try {
            if (process.waitFor(KEYTOOL_SECONDS_MAX, TimeUnit.SECONDS)) {
                return true;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool made a certificate", e);
        }
    }

    private static String alternative(String name) {
        try {
            return "ip:" + InetAddress.ofLiteral(name).getHostAddress();
        } catch (IllegalArgumentException e) {
            return "dns:" + name;
        }
    }

    private static Tls.Server load(Path store, char[] secret) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, secret);
        }
        Key key = keys.getKey(ALIAS, secret);
        return new Tls.Server(x509(Arrays.asList(keys.getCertificateChain(ALIAS))), (PrivateKey) key);
    }

    private static List<X509Certificate> x509(Iterable<? extends Certificate> certificates) {
        List<X509Certificate> chain = new ArrayList<>();
        certificates.forEach(certificate -> chain.add((X509Certificate) certificate));
        return chain;
    }

    /**
     * Reads PEM files, as certificate authorities and {@code openssl} write them.
     *
     * @param certificate the server's certificate, then those that lead to a known one
     * @param key its key in PKCS #8, not encrypted
     * @return what they hold
     * @throws IOException one of them is missing, or not what it should be: which, why, and what to do
     */
    public static Tls.Server read(Path certificate, Path key) throws IOException {
        List<X509Certificate> chain = certificates(certificate);
        PrivateKey secret = key(key, chain.getFirst().getPublicKey().getAlgorithm());
        try {
            return new Tls.Server(chain, secret);
        } catch (IllegalArgumentException e) {
            throw new IOException(certificate + " and " + key + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the certificates of a PEM file.
     *
     * @param file with at least one
     * @return in the file's order
     * @throws IOException it is missing, or not what it should be
     */
    public static List<X509Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> all =
                    x509(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (!all.isEmpty()) {
                return all;
            }
        } catch (CertificateException e) {
            // falls through to the one message below
        }
        throw new IOException(file + " holds no certificate: a PEM file with BEGIN CERTIFICATE is wanted");
    }

    private static PrivateKey key(Path file, String algorithm) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        int begin = text.indexOf(KEY_BEGINS);
        int end = text.indexOf(KEY_ENDS);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " holds no key in PKCS #8 (BEGIN PRIVATE KEY): convert it with"
                    + " `openssl pkcs8 -topk8 -nocrypt -in " + file + " -out key.pem`");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGINS.length(), end));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    file + " holds no " + algorithm + " key, which is what the certificate is for: " + e.getMessage(),
                    e);
        }
    }
}
