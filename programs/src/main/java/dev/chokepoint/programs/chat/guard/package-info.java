/** Who may come to a chat server, as whom, how often, and how fast they may talk. */
package dev.chokepoint.programs.chat.guard;
