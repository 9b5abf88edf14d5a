package dev.chokepoint.programs.talk;

/** What carries a talk: each centralization model has its own. Called on the lane. */
public interface Talkers {
    /**
     * Lets a person say the message's text to the others of the room, or {@linkplain dev.chokepoint.host.Meter#failed fails} it.
     * It has just been intended with as many copies as the room has others.
     *
     * @param person who
     * @param message the number, which {@link TalkText#put} writes
     */
    void say(int person, long message);
}
