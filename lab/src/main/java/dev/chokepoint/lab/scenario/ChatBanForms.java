package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.chat.guard.AddressRange;
import dev.chokepoint.programs.chat.guard.Ban;
import dev.chokepoint.programs.chat.guard.HostMask;
import java.util.List;

/** {@code k-lines} and {@code d-lines} of a chat server. */
final class ChatBanForms {
    static final List<String> USERS_KEYS = List.of("mask", "reason");
    static final List<String> ADDRESSES_KEYS = List.of("address", "reason");

    /** Who sets what stands in the file. */
    static final String SETTER = "configuration";

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_ADDRESS = 60;

    private ChatBanForms() {}

    private static Ban ban(Ban.Target target, Section section) {
        String reason = section.read("reason", Forms.text(LONGEST_REASON), "no reason given");
        return new Ban(target, reason, SETTER, Ban.NEVER);
    }

    /** One of {@code k-lines}. */
    record UsersForm(Problems problems) implements Form<Ban> {
        @Override
        public Ban read(Node node) throws Unfit {
            Section section = new Section("a K-line", node, USERS_KEYS, problems);
            HostMask mask = section.require("mask", UsersForm::mask, "mask: \"*@192.0.2.*\"")
                    .orElse(HostMask.ALL);
            return ban(new Ban.Users(mask), section);
        }

        private static HostMask mask(Node node) throws Unfit {
            HostMask mask = ChatPeopleForms.mask(node);
            if ((mask.user() + mask.host()).matches("[*?.]*")) {
                throw new Unfit(
                        node, Problems.quoted(mask.toString()) + " hits everybody", "name a part of the user or host");
            }
            return mask;
        }
    }

    /** One of {@code d-lines}. */
    record AddressesForm(Problems problems) implements Form<Ban> {
        private static final AddressRange STAND_IN = AddressRange.parse("192.0.2.0");

        @Override
        public Ban read(Node node) throws Unfit {
            Section section = new Section("a D-line", node, ADDRESSES_KEYS, problems);
            AddressRange range = section.require("address", AddressesForm::range, "address: 192.0.2.0/24")
                    .orElse(STAND_IN);
            return ban(new Ban.Addresses(range), section);
        }

        private static AddressRange range(Node node) throws Unfit {
            try {
                AddressRange range =
                        AddressRange.parse(Forms.text(LONGEST_ADDRESS).read(node));
                if (range.bits() == 0) {
                    throw new Unfit(node, "\"" + range + "\" hits everybody", "write such as 192.0.2.0/24");
                }
                return range;
            } catch (IllegalArgumentException e) {
                throw new Unfit(node, e.getMessage(), "write such as 192.0.2.7 or 192.0.2.0/24");
            }
        }
    }
}
