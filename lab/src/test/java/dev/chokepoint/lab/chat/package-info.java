/**
 * The chat server in both worlds: {@link dev.chokepoint.lab.chat.Town} is a world with a server, a
 * {@link dev.chokepoint.lab.chat.Typist} is somebody who types lines at it and reads what comes back.
 */
package dev.chokepoint.lab.chat;
