package dev.chokepoint.host.world;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Consecutive internet addresses, made when they are asked for: a fleet of a million clients needs no million objects, and
 * whether an address belongs to it is a subtraction. Immutable, and so safe for any thread.
 */
public final class AddressBlock extends AbstractList<Address> implements RandomAccess {
    private final byte[] first;
    private final int low;
    private final int count;

    private AddressBlock(byte[] first, int count) {
        this.first = first;
        this.low = low(first);
        this.count = count;
    }

    /**
     * A block.
     *
     * @param first its first address, port 0
     * @param count how many, at least 1; their last 32 bits must not overflow
     * @return the block
     */
    public static AddressBlock of(Inet first, int count) {
        byte[] bytes = first.ip().getAddress();
        if (first.port() != 0 || count < 1 || Integer.toUnsignedLong(low(bytes)) + count > 1L << 32) {
            throw new IllegalArgumentException(
                    count + " addresses from " + first + " on: needs port 0, at least 1, and room for them");
        }
        return new AddressBlock(bytes, count);
    }

    private static int low(byte[] address) {
        return ByteBuffer.wrap(address).getInt(address.length - Integer.BYTES);
    }

    @Override
    public Inet get(int index) {
        byte[] bytes = first.clone();
        ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, low + Objects.checkIndex(index, count));
        try {
            return new Inet(InetAddress.getByAddress(bytes), 0);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public int indexOf(Object address) {
        if (!(address instanceof Inet inet) || inet.port() != 0) {
            return -1;
        }
        byte[] bytes = inet.ip().getAddress();
        int high = first.length - Integer.BYTES;
        if (bytes.length != first.length || !Arrays.equals(bytes, 0, high, first, 0, high)) {
            return -1;
        }
        long index = Integer.toUnsignedLong(low(bytes)) - Integer.toUnsignedLong(low);
        return index >= 0 && index < count ? (int) index : -1;
    }

    @Override
    public int lastIndexOf(Object address) {
        return indexOf(address);
    }

    @Override
    public boolean contains(Object address) {
        return indexOf(address) >= 0;
    }

    @Override
    public String toString() {
        return getFirst() + " to " + getLast();
    }
}
