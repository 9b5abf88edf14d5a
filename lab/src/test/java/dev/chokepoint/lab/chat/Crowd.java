package dev.chokepoint.lab.chat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All the people of a test on one lane. */
final class Crowd implements Program {
    private static final long LOOK_NANOS = 1_000_000;

    private final Address server;
    private final ConcurrentLinkedQueue<Newcomer> newcomers = new ConcurrentLinkedQueue<>();
    private final List<Person> people = new ArrayList<>();
    private Host host;

    private record Newcomer(Person person, Address from) {}

    Crowd(Address server) {
        this.server = server;
    }

    /** From the test's thread. */
    Person bring(Address from) {
        Person person = new Person();
        newcomers.add(new Newcomer(person, from));
        return person;
    }

    @Override
    public void start(Host lane) {
        host = lane;
        look();
    }

    private void look() {
        for (Newcomer next = newcomers.poll(); next != null; next = newcomers.poll()) {
            next.person().come(host, next.from(), server);
            people.add(next.person());
        }
        people.forEach(Person::speak);
        host.after(LOOK_NANOS, this::look);
    }
}
