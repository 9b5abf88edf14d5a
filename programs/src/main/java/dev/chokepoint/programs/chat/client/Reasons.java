package dev.chokepoint.programs.chat.client;

import dev.chokepoint.host.CloseReason;

/** Why a connection is over, for its user. */
final class Reasons {
    private Reasons() {}

    static String text(CloseReason reason) {
        return switch (reason) {
            case CloseReason.PeerClosed _ -> "the server has closed the connection";
            case CloseReason.LocalClosed _ -> "the connection is closed";
            case CloseReason.Refused _ -> "nobody listens there";
            case CloseReason.Reset _ -> "the connection has broken";
            case CloseReason.TimedOut _ -> "the server does not answer";
            case CloseReason.Unreachable _ -> "there is no way to that address";
            case CloseReason.Exhausted exhausted -> "this machine is out of " + exhausted.what();
            case CloseReason.SendLimit limit -> limit.unsentBytes() + " B wait to be sent, and the server takes none";
            case CloseReason.TlsFailed tls -> "no TLS with this server: " + tls.detail();
            case CloseReason.Untrusted untrusted ->
                "the server's certificate is not trusted: " + untrusted.detail() + "\nits fingerprint is "
                        + untrusted.fingerprint()
                        + "\nif that is what its owner says, add --fingerprint with it; or --trust FILE with the certificate";
            case CloseReason.Failed failed -> failed.detail();
        };
    }
}
