package dev.chokepoint.lab.topology;

import dev.chokepoint.host.Address;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Addresses of consecutive numbers, each made when it is asked for. */
final class Addresses extends AbstractList<Address> implements RandomAccess {
    private final AddressPlan plan;
    private final int first;
    private final int count;

    Addresses(AddressPlan plan, int first, int count) {
        this.plan = plan;
        this.first = first;
        this.count = count;
    }

    @Override
    public Address get(int index) {
        return plan.of(first + Objects.checkIndex(index, count));
    }

    @Override
    public int size() {
        return count;
    }
}
