package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.chat.guard.Account;
import dev.chokepoint.programs.chat.guard.Ban;
import dev.chokepoint.programs.chat.guard.FloodRule;
import dev.chokepoint.programs.chat.guard.Oper;
import dev.chokepoint.programs.chat.guard.PasswordHash;
import dev.chokepoint.programs.irc.IrcNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A chat server's configuration as a whole. */
final class ChatFileForm {
    static final List<String> KEYS = List.of(
            "name",
            "about",
            "network",
            "motd",
            "password",
            "opers",
            "accounts",
            "limits",
            "throttle",
            "k-lines",
            "d-lines");
    static final List<String> THROTTLE_KEYS = List.of("penalty", "burst");

    private static final Pattern NETWORK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_ABOUT = 100;
    private static final int LONGEST_NETWORK = 30;
    private static final int LONGEST_MOTD = 100_000;
    private static final int MOST_PEOPLE = 10_000;
    private static final int MOST_BANS = 5_000;

    private final Problems problems;

    ChatFileForm(Problems problems) {
        this.problems = problems;
    }

    /** Empty when it is no mapping. */
    Optional<ChatFile> read(Node root) {
        try {
            return Optional.of(read(new Section("the configuration", root, KEYS, problems)));
        } catch (Unfit e) {
            e.addTo(problems, "the configuration");
            return Optional.empty();
        }
    }

    private ChatFile read(Section section) {
        ChatFile standard = ChatFile.STANDARD;
        String name = section.read("name", ChatFileForm::serverName, standard.name());
        String about = section.read("about", Forms.text(LONGEST_ABOUT), standard.about());
        String network = section.read(
                "network", Forms.word(LONGEST_NETWORK, NETWORK, "letters, digits, dots, dashes"), standard.network());
        List<String> motd = section.read("motd", ChatFileForm::motd, standard.motd());
        Optional<PasswordHash> password = section.find("password", ChatPeopleForms::password);
        List<Oper> opers = section.read("opers", people("opers", new ChatPeopleForms.OperForm(problems)), List.of());
        List<Account> accounts =
                section.read("accounts", people("accounts", new ChatPeopleForms.AccountForm(problems)), List.of());
        ChatLimitsForm.Limits limits =
                section.read("limits", new ChatLimitsForm(problems), ChatLimitsForm.Limits.STANDARD);
        FloodRule flood = section.read("throttle", this::throttle, FloodRule.DEFAULT);
        List<Ban> users = section.read("k-lines", bans("k-lines", new ChatBanForms.UsersForm(problems)), List.of());
        List<Ban> addresses =
                section.read("d-lines", bans("d-lines", new ChatBanForms.AddressesForm(problems)), List.of());
        List<Ban> bans = Stream.concat(users.stream(), addresses.stream()).toList();
        return new ChatFile(
                name,
                about,
                network,
                motd,
                limits.lengths(),
                limits.sendQueueBytes(),
                limits.policy(password, opers, accounts, bans, flood));
    }

    private static String serverName(Node node) throws Unfit {
        String name = Forms.text(LONGEST_NAME).read(node);
        if (!IrcNames.isServer(name)) {
            throw new Unfit(
                    node,
                    Problems.quoted(name) + " is not a server's name",
                    "letters, digits, dashes and at least one dot, such as irc.example.net");
        }
        return name;
    }

    private <T> Form<List<T>> people(String name, Form<T> form) {
        return Forms.list(name, 0, MOST_PEOPLE, form, problems);
    }

    private Form<List<Ban>> bans(String name, Form<Ban> form) {
        return Forms.list(name, 0, MOST_BANS, form, problems);
    }

    /** A line of it must fit in a line of IRC's, behind what every such line begins with. */
    private static List<String> motd(Node node) throws Unfit {
        List<String> lines = Forms.text(LONGEST_MOTD).read(node).lines().toList();
        for (String line : lines) {
            int bytes = line.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > ChatFile.MOTD_LINE_BYTES) {
                throw new Unfit(
                        node,
                        "the line " + Problems.quoted(line) + " has " + bytes + " bytes",
                        "at most " + ChatFile.MOTD_LINE_BYTES + " bytes a line");
            }
        }
        return lines;
    }

    private FloodRule throttle(Node node) throws Unfit {
        if (node instanceof Node.Scalar word && word.value().equals("none")) {
            return FloodRule.NONE;
        }
        try {
            Section section = new Section("throttle", node, THROTTLE_KEYS, problems);
            return new FloodRule(
                    section.read("penalty", Forms.time("1ms", "1min"), FloodRule.DEFAULT.penaltyNanos()),
                    section.read("burst", Forms.time("0s", "10min"), FloodRule.DEFAULT.burstNanos()));
        } catch (Unfit e) {
            throw e.orElse("none");
        }
    }
}
