/** A chat client for one human: what it says to a server, what it understands of it, and what its user may type. */
package dev.chokepoint.programs.chat.client;
