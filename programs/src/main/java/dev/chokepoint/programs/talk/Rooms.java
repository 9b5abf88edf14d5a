package dev.chokepoint.programs.talk;

/**
 * Which people are together. Neighbours by number share a room; the last room also takes those who don't fill one.
 *
 * @param people how many there are, numbered from 0, at least {@code size}
 * @param size how many a room has, at least 2
 */
public record Rooms(int people, int size) {
    /** Checks the numbers. */
    public Rooms {
        if (size < 2 || people < size) {
            throw new IllegalArgumentException("rooms of " + size + " for " + people
                    + " people: a room must have at least 2, and there must be enough people for one");
        }
    }

    /**
     * How many rooms there are.
     *
     * @return at least 1
     */
    public int count() {
        return people / size;
    }

    /**
     * Where somebody is.
     *
     * @param person from 0
     * @return the room's number, from 0
     */
    public int roomOf(int person) {
        return Math.min(person / size, count() - 1);
    }

    /**
     * A room's member with the lowest number; the others follow it.
     *
     * @param room from 0
     * @return the person's number
     */
    public int firstOf(int room) {
        return room * size;
    }

    /**
     * How many people a room has.
     *
     * @param room from 0
     * @return at least {@link #size()}
     */
    public int membersOf(int room) {
        return room < count() - 1 ? size : people - firstOf(room);
    }

    /**
     * What a room is called where rooms have names.
     *
     * @param room from 0
     * @return a channel name (RFC 2812 section 1.3)
     */
    public static String nameOf(int room) {
        return "#room-" + room;
    }

    /**
     * What somebody is called where people have names.
     *
     * @param person from 0
     * @return a nickname of at most 9 characters (RFC 2812 section 1.2.1)
     */
    public static String nickOf(int person) {
        return "p" + person;
    }

    /**
     * Who is called so.
     *
     * @param nick as {@link #nickOf} says
     * @return the person's number, or -1 when it is nobody's name
     */
    public static int personOf(String nick) {
        try {
            return nick.startsWith("p") ? Integer.parseUnsignedInt(nick, 1, nick.length(), 10) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
