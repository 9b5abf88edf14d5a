package dev.chokepoint.programs.chat.client;

import dev.chokepoint.programs.irc.IrcLine;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes itself known to a server (modern.ircdocs.horse, "Connection Registration"). Lane only. */
final class Login {
    private static final List<String> WANTED = List.of("server-time", "message-tags", "multi-prefix", "batch");
    private static final int UNDERSCORES_MAX = 3;
    private static final int NUMBERS = 10_000;

    /** What a line meant. */
    enum Step {
        NOTHING,
        USED,
        WELCOME
    }

    private final ChatClientConfig config;
    private final ChatWire wire;
    private final RandomGenerator random;
    private final List<String> offered = new ArrayList<>();
    private String nick;
    private int refusals;
    private boolean done;

    Login(ChatClientConfig config, ChatWire wire, RandomGenerator random) {
        this.config = config;
        this.wire = wire;
        this.random = random;
        this.nick = config.nick();
    }

    void begin() {
        wire.raw("CAP LS 302");
        config.password().ifPresent(word -> wire.text("PASS", "", word));
        wire.say("NICK", nick);
        wire.text("USER", config.nick() + " 0 *", config.nick());
    }

    Step read(IrcLine line) {
        if (line.isCommand("CAP")) {
            capability(line);
            return Step.USED;
        }
        if (done) {
            return Step.NOTHING;
        }
        return switch (line.numeric()) {
            case 1 -> {
                done = true;
                yield Step.WELCOME;
            }
            case 433, 436 -> {
                another();
                yield Step.USED;
            }
            case 410, 421 -> Step.USED; // a server that knows no capabilities
            default -> Step.NOTHING;
        };
    }

    private void another() {
        refusals++;
        nick = refusals <= UNDERSCORES_MAX ? nick + "_" : config.nick() + random.nextInt(NUMBERS);
        wire.say("NICK", nick);
    }

    /** {@code CAP * LS * :first}, {@code CAP * LS :last}, {@code CAP * ACK :those}. */
    private void capability(IrcLine line) {
        String what = line.paramCount() > 1 ? line.param(1) : "";
        String last = line.param(line.paramCount() - 1);
        if (what.equalsIgnoreCase("LS")) {
            for (String one : last.strip().split(" ", -1)) {
                offered.add(one.split("=", 2)[0]);
            }
            if (line.paramCount() < 4) {
                request();
            }
        } else if ((what.equalsIgnoreCase("ACK") || what.equalsIgnoreCase("NAK")) && !done) {
            wire.raw("CAP END");
        }
    }

    private void request() {
        List<String> both = WANTED.stream().filter(offered::contains).toList();
        if (both.isEmpty()) {
            wire.raw("CAP END");
        } else {
            wire.text("CAP", "REQ", String.join(" ", both));
        }
    }
}
