package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.chat.guard.AddressRange;
import dev.chokepoint.programs.chat.guard.Ban;
import dev.chokepoint.programs.chat.guard.HostMask;
import java.util.List;

/** {@code k-lines} and {@code d-lines} of a chat server. */
final class ChatBanForms {
    static final List<String> USERS_KEYS = List.of("mask", "reason");
    static final List<String> ADDRESSES_KEYS = List.of("address", "reason");

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_ADDRESS = 60;

    private ChatBanForms() {}

    private static Ban ban(Ban.Target target, Section section) {
        String reason = section.read("reason", Forms.text(LONGEST_REASON), "no reason given");
        return new Ban(target, reason, Ban.CONFIGURATION, Ban.NEVER);
    }

    private static <T extends Ban.Target> T notAll(Node node, T target) throws Unfit {
        if (target.hitsAll()) {
            throw new Unfit(
                    node,
                    Problems.quoted(target.toString()) + " hits everybody",
                    "name a part of those who may not come");
        }
        return target;
    }

    /** One of {@code k-lines}. */
    record UsersForm(Problems problems) implements Form<Ban> {
        private static final Ban.Users STAND_IN = new Ban.Users(HostMask.ALL);

        @Override
        public Ban read(Node node) throws Unfit {
            Section section = new Section("a K-line", node, USERS_KEYS, problems);
            Form<Ban.Users> mask = at -> notAll(at, new Ban.Users(ChatPeopleForms.mask(at)));
            return ban(section.require("mask", mask, "mask: \"*@192.0.2.*\"").orElse(STAND_IN), section);
        }
    }

    /** One of {@code d-lines}. */
    record AddressesForm(Problems problems) implements Form<Ban> {
        private static final Ban.Addresses STAND_IN = new Ban.Addresses(AddressRange.parse("192.0.2.0"));

        @Override
        public Ban read(Node node) throws Unfit {
            Section section = new Section("a D-line", node, ADDRESSES_KEYS, problems);
            Form<Ban.Addresses> range = at -> notAll(at, new Ban.Addresses(range(at)));
            return ban(
                    section.require("address", range, "address: 192.0.2.0/24").orElse(STAND_IN), section);
        }

        private static AddressRange range(Node node) throws Unfit {
            String text = Forms.text(LONGEST_ADDRESS).read(node);
            try {
                return AddressRange.parse(text);
            } catch (IllegalArgumentException e) {
                throw new Unfit(node, e.getMessage(), "write such as 192.0.2.7 or 192.0.2.0/24");
            }
        }
    }
}
