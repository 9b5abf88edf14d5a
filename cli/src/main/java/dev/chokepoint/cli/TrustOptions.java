package dev.chokepoint.cli;

import dev.chokepoint.host.Tls;
import dev.chokepoint.live.Identities;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a client speaks TLS, and which server's certificate it believes. */
final class TrustOptions {
    @Option(
            names = "--tls",
            description = "speak TLS from the first byte; the certificate must be for the server's name, and from an"
                    + " authority that this computer trusts, unless one of the next two says otherwise")
    private boolean tls;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "believe the certificates in this PEM file and those that they have issued, and speak TLS")
    private Path file;

    @Option(
            names = "--fingerprint",
            paramLabel = "SHA-256",
            description = "believe the certificate with this fingerprint, whatever it says, and speak TLS")
    private String fingerprint;

    boolean isOn() {
        return tls || file != null || fingerprint != null;
    }

    /** How to know the server of that name; empty without TLS. */
    Optional<Tls.Client> client(String serverName) {
        if (file != null && fingerprint != null) {
            throw new UsageException("--trust and --fingerprint: give one of them");
        }
        try {
            return isOn() ? Optional.of(new Tls.Client(serverName, trust())) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Tls.Trust trust() throws IOException {
        if (fingerprint != null) {
            return new Tls.Trust.Pinned(fingerprint);
        }
        return file == null ? new Tls.Trust.SystemStore() : new Tls.Trust.Certificates(Identities.certificates(file));
    }
}
