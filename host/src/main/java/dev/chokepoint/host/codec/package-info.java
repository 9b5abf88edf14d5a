/**
 * Frames a stream's bytes into messages and back. A {@link dev.chokepoint.host.codec.Codec} is immutable and shared by all
 * connections of a protocol; each connection has a {@link dev.chokepoint.host.codec.Decoder} of its own, a state machine that
 * takes bytes as they come, split anywhere, and keeps no more than the codec's limit.
 *
 * <pre>{@code
 * private final Codec<String> lines = new LineCodec(512).text();
 * private final Decoder<String> decoder = lines.decoder();
 *
 * public void onBytes(Connection connection, ByteBuffer bytes) {
 *     try {
 *         while (decoder.decode(bytes)) {
 *             connection.send(lines.encode("you said " + decoder.message()));
 *         }
 *     } catch (FramingException e) {
 *         connection.abort();
 *     }
 * }
 * }</pre>
 */
package dev.chokepoint.host.codec;
