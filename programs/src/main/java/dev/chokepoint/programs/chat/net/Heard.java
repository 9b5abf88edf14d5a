package dev.chokepoint.programs.chat.net;

/** What became of an event that another server has told. */
enum Heard {
    /** It is done, or was known. */
    DONE,
    /** It names something that is not known here, or not yet. */
    UNKNOWN
}
