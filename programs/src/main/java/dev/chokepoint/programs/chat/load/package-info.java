/** People who talk over IRC: the load of measured chats. */
package dev.chokepoint.programs.chat.load;
