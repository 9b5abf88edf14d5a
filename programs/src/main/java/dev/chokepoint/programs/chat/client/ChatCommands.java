package dev.chokepoint.programs.chat.client;

import dev.chokepoint.host.Host;
import dev.chokepoint.programs.chat.client.ChatLine.Kind;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What the user may type: {@code /commands}, and everything else is said. Lane only. */
final class ChatCommands {
    /** All of them, with what they want and what they do. */
    enum Word {
        JOIN("#CHANNEL [KEY]", "goes into a channel, which becomes the current one"),
        PART("[#CHANNEL] [WHY]", "leaves the current channel, or another"),
        GO("WHOM", "talks to another of your channels, or to a person, from now on"),
        MSG("WHOM TEXT", "says something to a person or a channel"),
        ME("TEXT", "says what you do"),
        NOTICE("WHOM TEXT", "says something that no program answers"),
        NICK("NAME", "takes another name"),
        TOPIC("[#CHANNEL] [TEXT]", "asks for the channel's topic, or sets it"),
        NAMES("[#CHANNEL]", "who is there"),
        WHO("MASK", "who fits, such as *.example.org"),
        WHOIS("NICK", "more about somebody"),
        LIST("", "all channels"),
        INVITE("NICK [#CHANNEL]", "asks somebody to come"),
        KICK("NICK [WHY]", "throws somebody out of the current channel"),
        MODE("[CHANGES]", "asks for the current channel's modes, or changes them"),
        AWAY("[WHY]", "says that you are away, or without a reason that you are back"),
        RAW("LINE", "sends a line of IRC as it is"),
        QUIT("[WHY]", "leaves"),
        HELP("", "this");

        private final String wants;
        private final String does;

        Word(String wants, String does) {
            this.wants = wants;
            this.does = does;
        }

        String typed() {
            return "/" + name().toLowerCase(Locale.ROOT);
        }

        String usage() {
            return (typed() + " " + wants).strip();
        }
    }

    private final Host host;
    private final ChatState state;
    private final ChatView view;
    private final ChatWire wire;
    private final Consumer<String> onQuit;

    ChatCommands(Host host, ChatState state, ChatView view, ChatWire wire, Consumer<String> onQuit) {
        this.host = host;
        this.state = state;
        this.view = view;
        this.wire = wire;
        this.onQuit = onQuit;
    }

    /** Does what a typed line asks for. */
    void run(String typed) {
        if (typed.isBlank()) {
            return;
        }
        if (!typed.startsWith("/") || typed.startsWith("//")) {
            say(state.target(), typed.startsWith("//") ? typed.substring(1) : typed);
            return;
        }
        int space = typed.indexOf(' ');
        String name = typed.substring(1, space < 0 ? typed.length() : space);
        String rest = space < 0 ? "" : typed.substring(space + 1).strip();
        for (Word word : Word.values()) {
            if (word.name().equalsIgnoreCase(name)) {
                run(word, rest);
                return;
            }
        }
        complain("there is no /" + name + "; /help shows what there is");
    }

    private void run(Word word, String rest) {
        String first = first(rest);
        String behind = rest.substring(first.length()).strip();
        boolean needs = !word.wants.isEmpty() && !word.wants.startsWith("[");
        boolean lacks = word.wants.endsWith("TEXT") && word.wants.contains(" ") && !word.wants.startsWith("[");
        if (needs && first.isEmpty() || lacks && behind.isEmpty()) {
            complain(word.usage() + ": " + word.does);
            return;
        }
        switch (word) {
            case JOIN -> wire.raw("JOIN " + rest);
            case PART -> part(first, behind, rest);
            case GO -> go(first);
            case MSG -> say(first, behind);
            case ME -> act(rest);
            case NOTICE -> wire.text("NOTICE", first, behind);
            case NICK -> wire.say("NICK", first);
            case TOPIC -> topic(first, behind, rest);
            case NAMES -> inChannel("NAMES", first);
            case WHO, WHOIS -> wire.say(word.name(), first);
            case LIST -> wire.say("LIST");
            case INVITE -> inChannel("INVITE " + first, behind);
            case KICK -> inTarget(channel -> wire.text("KICK " + channel, first, behind));
            case MODE -> inTarget(channel -> wire.raw(("MODE " + channel + " " + rest).strip()));
            case AWAY -> away(rest);
            case RAW -> wire.raw(rest);
            case QUIT -> onQuit.accept(rest);
            case HELP -> help();
        }
    }

    private static String first(String rest) {
        int space = rest.indexOf(' ');
        return space < 0 ? rest : rest.substring(0, space);
    }

    private void inChannel(String command, String channel) {
        if (channel.isEmpty()) {
            inTarget(current -> wire.raw(command + " " + current));
        } else {
            wire.raw(command + " " + channel);
        }
    }

    private void inTarget(Consumer<String> task) {
        if (state.target().startsWith("#")) {
            task.accept(state.target());
        } else {
            complain("you are talking in no channel: /join #CHANNEL, or /go to one that you are in");
        }
    }

    private void part(String first, String behind, String rest) {
        if (first.startsWith("#")) {
            wire.text("PART", first, behind);
        } else {
            inTarget(channel -> wire.text("PART", channel, rest));
        }
    }

    private void topic(String first, String behind, String rest) {
        if (first.startsWith("#")) {
            topic(first, behind);
        } else {
            inTarget(channel -> topic(channel, rest));
        }
    }

    private void topic(String channel, String text) {
        if (text.isEmpty()) {
            wire.say("TOPIC", channel);
        } else {
            wire.text("TOPIC", channel, text);
        }
    }

    private void go(String whom) {
        if (whom.startsWith("#") && !state.known().isIn(whom)) {
            complain("you are not in " + whom + ": /join " + whom);
        } else {
            state.talkTo(whom);
        }
    }

    private void away(String why) {
        if (why.isEmpty()) {
            wire.say("AWAY");
        } else {
            wire.text("AWAY", "", why);
        }
    }

    private void say(String target, String text) {
        if (target.isEmpty()) {
            complain("you are talking to nobody: /join #CHANNEL, or /msg NICK TEXT");
            return;
        }
        for (String part : ChatWire.parts(target, text)) {
            wire.text("PRIVMSG", target, part);
            view.show(new ChatLine(host.wallTime(), Kind.MINE, target, state.nick(), PlainText.of(part)));
        }
    }

    private void act(String text) {
        if (state.target().isEmpty()) {
            say("", text);
            return;
        }
        wire.text("PRIVMSG", state.target(), "\u0001ACTION " + text + "\u0001");
        view.show(new ChatLine(host.wallTime(), Kind.ACTION, state.target(), state.nick(), PlainText.of(text)));
    }

    private void help() {
        int width = List.of(Word.values()).stream()
                .mapToInt(word -> word.usage().length())
                .max()
                .orElse(0);
        for (Word word : Word.values()) {
            String gap = " ".repeat(width - word.usage().length() + 2);
            show(Kind.INFO, word.usage() + gap + word.does);
        }
        show(Kind.INFO, "Anything else is said. A line that begins with // is said with one /.");
    }

    private void complain(String text) {
        show(Kind.ERROR, text);
    }

    private void show(Kind kind, String text) {
        view.show(new ChatLine(host.wallTime(), kind, "", "", text));
    }
}
