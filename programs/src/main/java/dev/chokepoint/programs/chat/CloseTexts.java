package dev.chokepoint.programs.chat;

import dev.chokepoint.host.CloseReason;

/** What others are told when a connection breaks. */
final class CloseTexts {
    private CloseTexts() {}

    static String of(CloseReason reason) {
        return switch (reason) {
            case CloseReason.PeerClosed _, CloseReason.LocalClosed _ -> "Connection closed";
            case CloseReason.Reset _ -> "Connection reset by peer";
            case CloseReason.TimedOut _ -> "Connection timed out";
            case CloseReason.SendLimit _ -> "Max SendQ exceeded";
            case CloseReason.Refused _, CloseReason.Unreachable _ -> "No route to host";
            case CloseReason.Exhausted exhausted -> "Server is out of " + exhausted.what();
            case CloseReason.TlsFailed _, CloseReason.Untrusted _ -> "TLS failed";
            case CloseReason.Failed failed -> failed.detail();
        };
    }
}
