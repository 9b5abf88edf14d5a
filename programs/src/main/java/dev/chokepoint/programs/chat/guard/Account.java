package dev.chokepoint.programs.chat.guard;

/**
 * Somebody who can prove who they are (SASL PLAIN, RFC 4616).
 *
 * @param name the account's name
 * @param password its password
 */
public record Account(String name, PasswordHash password) {}
