/**
 * The wire of IRC, for servers, clients, links and loads alike: lines read and written as RFC 1459, RFC 2812, the IRCv3
 * message-tags specification and modern.ircdocs.horse say. It holds no state of a chat.
 */
package dev.chokepoint.programs.irc;
