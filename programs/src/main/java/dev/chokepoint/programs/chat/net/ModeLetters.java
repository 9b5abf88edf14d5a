package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.net.Registers.Register;
import java.util.ArrayList;
import java.util.List;

/** Channel modes as they travel: {@code +nk-o key member}. */
final class ModeLetters {
    private static final String LISTS = "beI";
    private static final String SET_WITH_ARGUMENT = "kl";

    private ModeLetters() {}

    static boolean isStatus(char letter) {
        return Registers.STATUSES.indexOf(letter) >= 0;
    }

    static boolean isList(char letter) {
        return LISTS.indexOf(letter) >= 0;
    }

    static boolean hasArgument(char letter, boolean on) {
        return isStatus(letter) || isList(letter) || on && SET_WITH_ARGUMENT.indexOf(letter) >= 0;
    }

    /** The letters of some settings, with their signs. */
    static String changes(List<Register> settings) {
        StringBuilder changes = new StringBuilder();
        char sign = 0;
        for (Register setting : settings) {
            char itsSign = setting.on() ? '+' : '-';
            if (itsSign != sign) {
                changes.append(itsSign);
                sign = itsSign;
            }
            changes.append(setting.mode());
        }
        return changes.toString();
    }

    static List<String> arguments(List<Register> settings) {
        List<String> arguments = new ArrayList<>();
        for (Register setting : settings) {
            if (hasArgument(setting.mode(), setting.on())) {
                arguments.add(setting.argument());
            }
        }
        return arguments;
    }

    /** The settings that an event makes. */
    static List<Register> settings(NetEvent.Modes event) throws LinkException {
        List<Register> settings = new ArrayList<>();
        boolean on = true;
        int next = 0;
        for (int i = 0; i < event.changes().length(); i++) {
            char letter = event.changes().charAt(i);
            if (letter == '+' || letter == '-') {
                on = letter == '+';
                continue;
            }
            String argument = "";
            if (hasArgument(letter, on)) {
                if (next == event.arguments().size()) {
                    throw new LinkException("MODE " + event.changes() + ": each of its letters must have its argument");
                }
                argument = event.arguments().get(next++);
            }
            settings.add(new Register(event.stamp(), letter, on, argument));
        }
        return settings;
    }
}
