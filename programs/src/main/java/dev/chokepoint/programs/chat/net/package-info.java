/**
 * Chat servers of one network share what happens: one vocabulary of events ({@code docs/reference/chat-links.md}), carried by a
 * spanning tree of links or by a publish/subscribe backplane. Whatever the order in which servers hear of things that happened at
 * the same time, they end with the same state.
 */
package dev.chokepoint.programs.chat.net;
