/**
 * HTTP/1.1 messages (RFC 9112) as strict state machines: bytes in, one event out. They parse in place, keep only a line that
 * arrived in parts, count bodies without keeping them, and know nothing of connections.
 *
 * <p>{@link dev.chokepoint.programs.http.RequestParser} and {@link dev.chokepoint.programs.http.ResponseParser} share
 * {@link dev.chokepoint.programs.http.LineReader}, {@link dev.chokepoint.programs.http.Fields} and
 * {@link dev.chokepoint.programs.http.BodyCounter}. What breaks the syntax, or could be read in two ways by two servers
 * (request smuggling), is refused and never repaired.
 */
package dev.chokepoint.programs.http;
