package dev.chokepoint.programs.chat;

/**
 * One change of a channel's modes.
 *
 * @param letter which mode, {@code o v b e I k l i m n s t}
 * @param on set, or taken away
 * @param value its parameter: a nickname, mask, key or number; empty for modes without
 */
public record ModeChange(char letter, boolean on, String value) {}
