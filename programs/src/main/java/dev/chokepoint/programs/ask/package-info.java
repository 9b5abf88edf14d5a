/**
 * Request and response. Over HTTP/1.1: {@link dev.chokepoint.programs.ask.AskServer},
 * {@link dev.chokepoint.programs.ask.AskLoad}, which drives many clients, and
 * {@link dev.chokepoint.programs.ask.AskClient}, which asks any HTTP server a few times. Sizes are whole messages on the
 * wire; a message's number travels in its {@code Request-Id} field and comes back in the response. Over datagrams, one each
 * way: {@link dev.chokepoint.programs.ask.AskDatagramServer} and {@link dev.chokepoint.programs.ask.AskDatagramLoad}.
 */
package dev.chokepoint.programs.ask;
