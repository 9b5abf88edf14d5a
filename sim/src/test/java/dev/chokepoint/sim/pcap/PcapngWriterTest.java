package dev.chokepoint.sim.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapngWriterTest {
    private static final ByteBuffer PACKET = new PacketBytes()
            .udp(HeadersTest.ip("10.0.0.1", "10.0.0.2", 0, true), new UdpHeader(7, 9), ByteBuffer.allocate(1_000));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static void write(PcapngWriter capture, int packets) throws IOException {
        for (int i = 0; i < packets; i++) {
            capture.packet(0, i, PcapngWriter.Flow.OUTBOUND, PACKET, "");
        }
    }

    @Test
    void everyBlockSaysItsLengthTwice() throws IOException {
        PcapngWriter capture = new PcapngWriter(out, Long.MAX_VALUE, "test", "odd texts");
        capture.addInterface("a", "b", 1_000, 2_000);
        write(capture, 3);
        capture.close();

        ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            int length = bytes.getInt(bytes.position() + 4);
            assertThat(length % 4).isZero();
            assertThat(bytes.getInt(bytes.position() + length - 4)).isEqualTo(length);
            bytes.position(bytes.position() + length);
        }
    }

    @Test
    void stopsAtItsLimitAndSaysSo() throws IOException {
        Path file = folder.resolve("limited.pcapng");
        PcapngWriter capture = new PcapngWriter(Files.newOutputStream(file), 100_000, "test", "");
        capture.addInterface("link", "", 0, 0);
        write(capture, 1_000);
        long packets = capture.packets();
        capture.close();

        assertThat(capture.leftOut()).isEqualTo(1_000 - packets);
        assertThat(Files.size(file)).isBetween(100_000L, 102_000L);
        Tshark tshark = new Tshark(file);
        assertThat(tshark.fields("frame.comment", "frame.number", "frame.comment"))
                .containsExactly(packets + "|the capture ends here: it has reached its limit of 100000 bytes");
    }

    @Test
    void usesBoundedMemoryAndHandsOnWholeBlocks() throws IOException {
        long[] handedOn = {0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                handedOn[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                handedOn[0] += count;
            }
        };
        PcapngWriter capture = new PcapngWriter(counting, Long.MAX_VALUE, "test", "");
        capture.addInterface("link", "", 0, 0);
        write(capture, 100_000);

        assertThat(capture.bytes() - handedOn[0]).isLessThan(256 * 1024);
        assertThat(capture.handedOnBytes()).isEqualTo(handedOn[0]);
        capture.flush();
        assertThat(handedOn[0]).isEqualTo(capture.bytes());
    }

    @Test
    void whatWasHandedOnBeforeAnErrorIsReadable() throws IOException {
        Path file = folder.resolve("full.pcapng");
        OutputStream disk = Files.newOutputStream(file);
        OutputStream filling = new OutputStream() {
            private int written;

            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                int taken = Math.min(count, 1_000_000 - written);
                disk.write(bytes, from, taken);
                written += taken;
                if (taken < count) {
                    throw new IOException("No space left on device");
                }
            }
        };
        PcapngWriter capture = new PcapngWriter(filling, Long.MAX_VALUE, "test", "");
        capture.addInterface("link", "", 0, 0);

        assertThatThrownBy(() -> write(capture, 10_000)).hasMessage("No space left on device");
        disk.close();
        byte[] whole = Arrays.copyOf(Files.readAllBytes(file), (int) capture.handedOnBytes());
        assertThat(Files.size(file)).isEqualTo(1_000_000);
        assertThat(new Tshark(Files.write(file, whole)).count("udp")).isGreaterThan(500);
    }
}
