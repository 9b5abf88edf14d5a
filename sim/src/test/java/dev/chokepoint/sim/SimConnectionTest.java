package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.CLIENT_HOST;
import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Work;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SimConnectionTest extends StreamTest {
    @Test
    void shouldEchoAtOnceWithoutALink() {
        run(Worlds.direct(), DEFAULT, Echo::new, Recorder::new, (_, c) -> c.send(Payload.of("hello")));

        assertThat(client.text()).isEqualTo("hello");
        assertThat(client.log).containsExactly("0 open");
        assertThat(connection.tag()).isEqualTo(5);
        assertThat(accepted.tag()).isZero();
        assertThat(accepted.remote()).isEqualTo(connection.local());
        assertThat(accepted.local()).isEqualTo(SERVER);
    }

    @Test
    void shouldOpenAfterARoundTripAndKeepWhatIsSentBefore() {
        run(Worlds.linked(SLOW, SLOW), DEFAULT, Recorder::new, Recorder::new, (_, c) -> {
            c.send(Payload.of("hello"));
            c.finish();
        });

        assertThat(server.log).containsExactly("10000000 open", "30000000 end", "30000000 close PeerClosed");
        assertThat(server.text()).isEqualTo("hello");
        assertThat(client.log).containsExactly("20000000 open", "40000000 end", "40000000 close LocalClosed");
    }

    @Test
    void shouldGoOnReceivingAfterFinish() {
        run(Worlds.linked(SLOW, SLOW), DEFAULT, HalfClosed::new, Recorder::new, (_, c) -> {
            c.finish();
            c.send(Payload.of("too late"));
        });

        assertThat(server.text()).isEmpty();
        assertThat(client.text()).isEqualTo("answer");
        assertThat(client.log).containsExactly("20000000 open", "40000000 end", "40000000 close LocalClosed");
        assertThat(server.log).containsExactly("10000000 open", "30000000 end", "30000000 close PeerClosed");
    }

    @Test
    void shouldFinishLongAfterWhatItSentWasRead() {
        SimWorld world = Worlds.linked(SLOW, SLOW);
        run(world, DEFAULT, HalfClosed::new, Recorder::new, (host, c) -> {
            c.send(Payload.of("hello"));
            host.after(100 * MS, c::finish);
        });

        assertThat(server.log).containsExactly("10000000 open", "110000000 end", "110000000 close PeerClosed");
        assertThat(client.log).containsExactly("20000000 open", "120000000 end", "120000000 close LocalClosed");
        // 5 bytes are under way or unheard of for a round trip.
        assertThat(Worlds.resource(world, "clients->server window").usedNanos()).isEqualTo(5 * 20.0 * MS);
    }

    @Test
    void shouldSendWhatIsPendingBeforeAClose() {
        run(
                Worlds.linked(SLOW, SLOW),
                DEFAULT,
                Recorder::new,
                Recorder::new,
                (host, c) -> host.after(50 * MS, () -> {
                    c.send(Payload.of("bye"));
                    c.close();
                }));

        assertThat(client.log).containsExactly("20000000 open", "50000000 close LocalClosed");
        assertThat(server.text()).isEqualTo("bye");
        assertThat(server.log).containsExactly("10000000 open", "60000000 end", "60000000 close PeerClosed");
    }

    @Test
    void shouldDropWhatIsPendingAtAnAbort() {
        run(
                Worlds.linked(SLOW, SLOW),
                DEFAULT,
                Recorder::new,
                Recorder::new,
                (host, c) -> host.after(50 * MS, () -> {
                    c.send(Payload.of("never"));
                    c.abort();
                    c.abort();
                    c.close();
                }));

        assertThat(client.log).containsExactly("20000000 open", "50000000 close LocalClosed");
        assertThat(server.text()).isEmpty();
        assertThat(server.log).containsExactly("10000000 open", "60000000 close Reset");
    }

    @Test
    void shouldDeliverWhatArrivedBeforeAReset() {
        run(
                Worlds.linked(SLOW, SLOW),
                DEFAULT,
                Recorder::new,
                Recorder::new,
                (host, c) -> host.after(50 * MS, () -> {
                    c.send(Payload.of("sent"));
                    host.spend(new Work.Synthetic("think"), MS);
                    c.send(Payload.of("dropped"));
                    c.abort();
                }));

        assertThat(server.text()).isEqualTo("sent");
        assertThat(server.log).containsExactly("10000000 open", "61000000 close Reset");
        assertThat(client.log).containsExactly("20000000 open", "51000000 close LocalClosed");
    }

    @Test
    void shouldRefuseWhereNobodyListens() {
        SimWorld world = Worlds.linked(SLOW, SLOW);
        world.start("clients", () -> host -> {
            client = new Recorder(host);
            host.connect(CLIENT_HOST, SERVER, DEFAULT, 0, client);
            host.connect(CLIENT_HOST, new Address.UnixPath("/nobody"), DEFAULT, 0, client);
            host.connect(CLIENT_HOST, Address.inet("10.9.9.9", 7), DEFAULT, 0, client);
            host.connect(CLIENT_HOST, Address.inet("::1", 7), DEFAULT, 0, client);
        });
        world.run(1_000 * MS);

        assertThat(client.log)
                .containsExactly(
                        "0 close Unreachable", "0 close Unreachable", "0 close Refused", "20000000 close Refused");
    }

    @Test
    void shouldCancelAConnectBeforeItIsOpen() {
        run(
                Worlds.linked(SLOW, SLOW),
                DEFAULT,
                Recorder::new,
                Recorder::new,
                (host, c) -> host.after(15 * MS, () -> {
                    c.send(Payload.of("never"));
                    c.close();
                }));

        assertThat(client.log).containsExactly("15000000 close LocalClosed");
        assertThat(server.text()).isEmpty();
        assertThat(server.log).containsExactly("10000000 open", "25000000 close Reset");
    }

    @Test
    void shouldNeverShowThePeerAConnectCancelledEarly() {
        run(
                Worlds.linked(SLOW, SLOW),
                DEFAULT,
                Recorder::new,
                Recorder::new,
                (host, c) -> host.after(5 * MS, c::abort));

        assertThat(client.log).containsExactly("5000000 close LocalClosed");
        assertThat(server).isNull();
    }

    @Test
    void shouldResetAPeerThatGoesOnSendingLongAfterAClose() {
        run(
                Worlds.direct(),
                DEFAULT,
                host -> new Recorder(host) {
                    @Override
                    public void onEnd(Connection c) {
                        log.add(host.nanoTime() + " end");
                        host.after(1_000 * MS, () -> c.send(Payload.of("discarded")));
                        host.after(3_000 * MS, () -> c.send(Payload.of("too late")));
                    }
                },
                Recorder::new,
                (host, c) -> host.after(MS, c::close));

        assertThat(client.log).containsExactly("0 open", "1000000 close LocalClosed");
        assertThat(server.log).containsExactly("0 open", "1000000 end", "3001000000 close Reset");
    }

    @Test
    void shouldCarryUnixDomainStreamsAlsoToTheSameHost() {
        Address.UnixPath path = new Address.UnixPath("/tmp/ask.sock");
        SimWorld world = Worlds.direct();
        world.start("server", () -> host -> {
            host.listen(path, DEFAULT, _ -> new Echo(host));
            client = new Recorder(host);
            Connection c = host.connect(host.addresses().getFirst(), path, DEFAULT, 0, client);
            c.send(ByteBuffer.wrap(new byte[] {'h', 'i'}));
            c.finish();
        });
        world.run(MS);

        assertThat(client.text()).isEqualTo("hi");
        assertThat(client.log).containsExactly("0 open", "0 end", "0 close LocalClosed");
    }
}
