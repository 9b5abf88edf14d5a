/**
 * Who says what to whom in a chat, whatever carries it: the same people, rooms and moments in every centralization model, so that
 * common random numbers compare them.
 */
package dev.chokepoint.programs.talk;
