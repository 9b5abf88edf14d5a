package dev.chokepoint.lab.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.programs.chat.Channel;
import dev.chokepoint.programs.chat.Chat;
import dev.chokepoint.programs.chat.Member;
import dev.chokepoint.programs.chat.User;
import java.util.HashSet;
import java.util.Set;

/** What is so in a chat at any time, whatever anybody has typed. */
final class Invariants {
    private Invariants() {}

    static void check(Chat chat) {
        for (Channel channel : chat.channels()) {
            check(chat, channel);
        }
        for (User user : chat.users()) {
            assertThat(chat.user(user.nick())).contains(user);
            assertThat(user.memberships().stream().map(Member::channel)).doesNotHaveDuplicates();
            for (Member member : user.memberships()) {
                assertThat(chat.channel(member.channel().name())).contains(member.channel());
            }
        }
        assertThat(chat.self().users())
                .isEqualTo((int) chat.users().stream().filter(User::isLocal).count());
    }

    private static void check(Chat chat, Channel channel) {
        assertThat(chat.channel(channel.name())).contains(channel);
        assertThat(channel.size()).isPositive();
        Set<User> members = new HashSet<>();
        for (int i = 0; i < channel.size(); i++) {
            Member member = channel.member(i);
            assertThat(members.add(member.user())).isTrue();
            assertThat(member.channel()).isSameAs(channel);
            assertThat(channel.member(member.user())).contains(member);
            assertThat(chat.user(member.user().nick())).contains(member.user());
        }
        for (char list : "beI".toCharArray()) {
            assertThat(channel.masks(list))
                    .hasSizeLessThanOrEqualTo(chat.config().limits().masks());
        }
    }
}
