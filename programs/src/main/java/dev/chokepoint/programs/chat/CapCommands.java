package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.Numeric;
import java.util.Locale;

/** CAP: which capabilities there are, and which a client wants (IRCv3 capability negotiation, version 302). */
final class CapCommands {
    private final Chat chat;
    private final Gate gate;
    private final RegistrationCommands registration;

    private CapCommands(Chat chat, Gate gate, RegistrationCommands registration) {
        this.chat = chat;
        this.gate = gate;
        this.registration = registration;
    }

    static void addTo(Chat chat, Gate gate, RegistrationCommands registration) {
        CapCommands family = new CapCommands(chat, gate, registration);
        chat.commands().addEarly("CAP", 1, family::cap);
    }

    private void cap(Client client, IrcLine line) {
        String what = line.param(0).toUpperCase(Locale.ROOT);
        String given = line.paramCount() > 1 ? line.param(1) : "";
        switch (what) {
            case "LS" -> list(client, given);
            case "LIST" -> answer(client, "LIST", granted(client.caps()));
            case "REQ" -> request(client, given);
            case "END" -> end(client);
            default -> chat.reply(client, Numeric.ERR_INVALIDCAPCMD, line.param(0));
        }
    }

    private void list(Client client, String version) {
        negotiate(client, true);
        if (isSince302(version)) {
            client.setCaps(client.caps() | Cap.CAP_NOTIFY.bit());
        }
        String offered = granted(offered());
        answer(
                client,
                "LS",
                isSince302(version) ? offered.replace("sasl", "sasl=" + SaslCommands.MECHANISMS) : offered);
    }

    private int offered() {
        return gate.policy().accounts().isEmpty() ? ~Cap.SASL.bit() : ~0;
    }

    private static boolean isSince302(String version) {
        return version.length() >= 3
                && version.chars().allMatch(c -> c >= '0' && c <= '9')
                && !version.startsWith("0")
                && (version.length() > 3 || Integer.parseInt(version) >= 302);
    }

    /** All or nothing. */
    private void request(Client client, String wanted) {
        negotiate(client, true);
        int caps = client.caps();
        for (String token : wanted.trim().split(" +", -1)) {
            boolean off = token.startsWith("-");
            Cap cap = Cap.of(off ? token.substring(1) : token);
            if (cap == null || (cap.bit() & offered()) == 0) {
                answer(client, "NAK", wanted);
                return;
            }
            caps = off ? caps & ~cap.bit() : caps | cap.bit();
        }
        client.setCaps(caps);
        answer(client, "ACK", wanted);
    }

    /** A log-in that is not over by now comes to nothing. */
    private void end(Client client) {
        negotiate(client, false);
        if (!client.isRegistered() && client.registration().sasl != null) {
            client.registration().sasl = null;
            chat.reply(client, Numeric.ERR_SASLABORTED);
        }
        registration.completeIfReady(client);
    }

    private static void negotiate(Client client, boolean on) {
        if (!client.isRegistered()) {
            client.registration().negotiating = on;
        }
    }

    private static String granted(int bits) {
        StringBuilder tokens = new StringBuilder();
        for (Cap cap : Cap.values()) {
            if ((bits & cap.bit()) != 0) {
                tokens.append(tokens.isEmpty() ? "" : " ").append(cap.token());
            }
        }
        return tokens.toString();
    }

    private void answer(Client client, String what, String tokens) {
        chat.send(client, chat.self().name(), "CAP", client.target(), what, tokens);
    }
}
