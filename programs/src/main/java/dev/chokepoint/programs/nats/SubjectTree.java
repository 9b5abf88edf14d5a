package dev.chokepoint.programs.nats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Subscriptions by the tokens of their patterns. What was found for a subject is kept until a subscription comes or goes: subjects
 * repeat. Lane only.
 */
final class SubjectTree {
    private static final int KEPT_MOST = 4096;

    private final Node root = new Node();
    private final Map<String, Receivers> kept = new LinkedHashMap<>();
    private long version;

    /** A token's place. */
    private static final class Node {
        private final Map<String, Node> children = new LinkedHashMap<>();
        private final InterestList all = new InterestList();
        private final Map<String, InterestList> groups = new LinkedHashMap<>();

        boolean isEmpty() {
            return children.isEmpty() && all.size() == 0 && groups.isEmpty();
        }

        InterestList listFor(Interest interest) {
            return interest.group().isEmpty() ? all : groups.computeIfAbsent(interest.group(), _ -> new InterestList());
        }

        void remove(Interest interest) {
            InterestList list = listFor(interest);
            list.remove(interest);
            if (list.size() == 0) {
                groups.remove(interest.group());
            }
        }
    }

    /** Changes whenever what was found before may be wrong. */
    long version() {
        return version;
    }

    void add(Interest interest) {
        Node node = root;
        for (String token : tokens(interest.pattern())) {
            node = node.children.computeIfAbsent(token, _ -> new Node());
        }
        node.listFor(interest).add(interest);
        changed();
    }

    void remove(Interest interest) {
        remove(root, tokens(interest.pattern()), 0, interest);
        changed();
    }

    private static void remove(Node node, String[] tokens, int depth, Interest interest) {
        if (depth == tokens.length) {
            node.remove(interest);
            return;
        }
        Node child = node.children.get(tokens[depth]);
        remove(child, tokens, depth + 1, interest);
        if (child.isEmpty()) {
            node.children.remove(tokens[depth]);
        }
    }

    private void changed() {
        version++;
        kept.clear();
    }

    private static String[] tokens(String subject) {
        return subject.split("\\.", -1);
    }

    /** Who gets what is published under a subject without wildcards. */
    Receivers find(String subject) {
        Receivers found = kept.get(subject);
        if (found == null) {
            found = search(subject);
            if (kept.size() == KEPT_MOST) {
                kept.clear();
            }
            kept.put(subject, found);
        }
        return found;
    }

    private Receivers search(String subject) {
        List<Node> matches = new ArrayList<>();
        search(root, tokens(subject), 0, matches);
        List<InterestList> all = new ArrayList<>();
        Map<String, List<InterestList>> groups = new LinkedHashMap<>();
        for (Node match : matches) {
            all.add(match.all);
            match.groups.forEach((name, members) ->
                    groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(members));
        }
        return new Receivers(
                together(all),
                groups.values().stream().map(SubjectTree::together).toList(),
                version);
    }

    /** A group is one group, whatever patterns its members came by. */
    private static Interest[] together(List<InterestList> lists) {
        Interest[] together =
                new Interest[lists.stream().mapToInt(InterestList::size).sum()];
        int at = 0;
        for (InterestList list : lists) {
            at = list.copyTo(together, at);
        }
        return together;
    }

    private static void search(Node node, String[] tokens, int depth, List<Node> matches) {
        if (depth == tokens.length) {
            matches.add(node);
            return;
        }
        Node rest = node.children.get(">");
        if (rest != null) {
            matches.add(rest);
        }
        descend(node.children.get(tokens[depth]), tokens, depth, matches);
        descend(node.children.get("*"), tokens, depth, matches);
    }

    private static void descend(Node child, String[] tokens, int depth, List<Node> matches) {
        if (child != null) {
            search(child, tokens, depth + 1, matches);
        }
    }
}
