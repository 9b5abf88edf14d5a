package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.chat.guard.Account;
import dev.chokepoint.programs.chat.guard.HostMask;
import dev.chokepoint.programs.chat.guard.Oper;
import dev.chokepoint.programs.chat.guard.PasswordHash;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** {@code password}, {@code opers} and {@code accounts} of a chat server. */
final class ChatPeopleForms {
    static final List<String> OPER_KEYS = List.of("name", "password", "from");
    static final List<String> ACCOUNT_KEYS = List.of("name", "password");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9\\[\\]\\\\`_^{|}-]+");
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_HASH = 200;
    private static final int LONGEST_MASK = 100;
    private static final int MOST_MASKS = 100;

    /** For reading on when a password is missing. */
    private static final PasswordHash STAND_IN =
            PasswordHash.parse("$pbkdf2-sha256$i=1$" + "A".repeat(22) + "$" + "A".repeat(43));

    private ChatPeopleForms() {}

    static PasswordHash password(Node node) throws Unfit {
        String text = Forms.text(LONGEST_HASH).read(node);
        try {
            return PasswordHash.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Unfit(
                    node,
                    e.getMessage(),
                    "passwords stand here hashed: ./chokepoint serve chat --hash-password makes the hash of one");
        }
    }

    static HostMask mask(Node node) throws Unfit {
        try {
            return HostMask.parse(Forms.text(LONGEST_MASK).read(node));
        } catch (IllegalArgumentException e) {
            throw new Unfit(node, e.getMessage(), "write such as \"*@192.0.2.*\"");
        }
    }

    /** A name that no other of its list has, whatever the case of its letters. */
    private static String name(Section section, String example, Set<String> taken) {
        Form<String> word = Forms.word(LONGEST_NAME, NAME, "letters, digits and []\\`_^{|}-, at most " + LONGEST_NAME);
        Form<String> own = node -> {
            String name = word.read(node);
            if (!taken.add(name)) {
                throw new Unfit(node, "two have the name " + Problems.quoted(name), "give each its own");
            }
            return name;
        };
        return section.require("name", own, "name: " + example).orElse("");
    }

    private static PasswordHash password(Section section) {
        return section.require("password", ChatPeopleForms::password, "password: with what --hash-password prints")
                .orElse(STAND_IN);
    }

    /** One of {@code opers}. */
    static final class OperForm implements Form<Oper> {
        private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        private final Problems problems;

        OperForm(Problems problems) {
            this.problems = problems;
        }

        @Override
        public Oper read(Node node) throws Unfit {
            Section section = new Section("an oper", node, OPER_KEYS, problems);
            String name = name(section, "alice", taken);
            PasswordHash password = password(section);
            List<HostMask> from = section.read(
                    "from", Forms.list("from", 1, MOST_MASKS, ChatPeopleForms::mask, problems), List.of(HostMask.ALL));
            return new Oper(name, password, from);
        }
    }

    /** One of {@code accounts}. */
    static final class AccountForm implements Form<Account> {
        private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        private final Problems problems;

        AccountForm(Problems problems) {
            this.problems = problems;
        }

        @Override
        public Account read(Node node) throws Unfit {
            Section section = new Section("an account", node, ACCOUNT_KEYS, problems);
            return new Account(name(section, "bob", taken), password(section));
        }
    }
}
