package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Tls;
import dev.chokepoint.live.Identities;
import dev.chokepoint.programs.chat.Chat;
import dev.chokepoint.programs.secure.SecureAcceptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a chat server listens for TLS, and how it proves who it is. */
final class ServeTlsOptions {
    @Option(
            names = "--tls",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description =
                    "listen here too, for clients that speak TLS 1.3, such as 127.0.0.1:6697; may be given several times")
    private List<Address> addresses = new ArrayList<>();

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "PEM file with the certificate, and those that lead to a known one; without it one is made that"
                            + " clients can know by its fingerprint only")
    private Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "PEM file with the certificate's key (PKCS #8)")
    private Path key;

    /** Empty without TLS. */
    List<Address> addresses() {
        return addresses;
    }

    /** What the server proves itself with; empty without TLS. */
    Optional<Tls.Server> identity(String serverName) {
        if ((certificate == null) != (key == null)) {
            throw new UsageException("--certificate and --key: give both, or neither");
        }
        if (addresses.isEmpty()) {
            if (certificate != null) {
                throw new UsageException(
                        "--certificate without --tls: say where to listen, such as --tls 127.0.0.1:6697");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(
                    certificate == null ? Identities.selfSigned(names(serverName)) : Identities.read(certificate, key));
        } catch (IOException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private List<String> names(String serverName) {
        List<String> names = new ArrayList<>(List.of(serverName, "localhost"));
        for (Address address : addresses) {
            if (address instanceof Address.Inet inet) {
                names.add(inet.ip().getHostAddress());
            }
        }
        return names;
    }

    /** Listens, and says where. On the server's lane. */
    void listen(Chat chat, Tls.Server identity) {
        for (Address address : addresses) {
            StreamOptions options = chat.config().stream();
            Address at = chat.host()
                    .listen(address, options, new SecureAcceptor(chat::accept, identity))
                    .local();
            System.out.println("chat listens for TLS on " + at + ". Its certificate's SHA-256 fingerprint is "
                    + identity.fingerprint());
        }
        System.out.flush();
    }
}
