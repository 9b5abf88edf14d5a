package dev.chokepoint.programs.chat;

/** Who does something: a user, or a server. */
public sealed interface Source permits User, Server {
    /**
     * What lines from it begin with.
     *
     * @return {@code nick!user@host}, or the server's name
     */
    String mask();

    /**
     * Its short name.
     *
     * @return the nickname, or the server's name
     */
    String name();

    /**
     * The server that it is, or is on.
     *
     * @return this chat's own server, or another one
     */
    Server server();
}
