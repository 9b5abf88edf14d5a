package dev.chokepoint.programs.chat.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.programs.chat.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerTreeTest {
    private final ServerTree tree = new ServerTree("000", new Server("hub", "", 0), 1);

    /** The hub has a chain a - b - c on one link and d on another. */
    @BeforeEach
    void grow() {
        ServerTree.Node a = add("1AA", "a", tree.root(), 0);
        ServerTree.Node b = add("1BB", "b", a, 0);
        add("1CC", "c", b, 0);
        add("1DD", "d", tree.root(), 1);
    }

    private ServerTree.Node add(String sid, String name, ServerTree.Node parent, int way) {
        return tree.add(new NetEvent.Server(parent.sid(), sid, 1, name, ""), parent, way);
    }

    @Test
    void shouldKnowHowFarAndWhichWay() {
        assertThat(tree.get("1CC").hops()).isEqualTo(3);
        assertThat(tree.get("1CC").way()).isZero();
        assertThat(tree.get("1DD").hops()).isEqualTo(1);
        assertThat(tree.root().hops()).isZero();
        assertThat(tree.named("C").sid()).isEqualTo("1CC");
        assertThat(tree.named("e")).isNull();
    }

    @Test
    void shouldLoseAllBehindAServerTheFarthestFirst() {
        assertThat(tree.remove(tree.get("1BB")))
                .extracting(ServerTree.Node::sid)
                .containsExactly("1CC", "1BB");
        assertThat(tree.all()).extracting(ServerTree.Node::sid).containsExactly("000", "1AA", "1DD");
    }
}
