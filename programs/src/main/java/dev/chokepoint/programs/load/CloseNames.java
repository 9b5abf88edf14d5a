package dev.chokepoint.programs.load;

import dev.chokepoint.host.CloseReason;

/** The short names of close reasons, under which errors are counted. */
public final class CloseNames {
    private CloseNames() {}

    /**
     * The name of a reason.
     *
     * @param reason why a connection ended
     * @return such as {@code reset}
     */
    public static String of(CloseReason reason) {
        return switch (reason) {
            case CloseReason.PeerClosed _, CloseReason.LocalClosed _ -> "closed";
            case CloseReason.Refused _ -> "refused";
            case CloseReason.Reset _ -> "reset";
            case CloseReason.TimedOut _ -> "timed out";
            case CloseReason.Unreachable _ -> "unreachable";
            case CloseReason.Exhausted exhausted -> "out of " + exhausted.what();
            case CloseReason.SendLimit _ -> "send limit";
            case CloseReason.TlsFailed tls -> "TLS: " + tls.detail();
            case CloseReason.Untrusted untrusted -> "not trusted: " + untrusted.detail();
            case CloseReason.Failed failed -> failed.detail();
        };
    }
}
