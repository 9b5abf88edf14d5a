package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Session;
import dev.chokepoint.programs.http.Decimal;
import dev.chokepoint.programs.http.HttpException;
import dev.chokepoint.programs.http.HttpLimits;
import dev.chokepoint.programs.http.ResponseParser;
import dev.chokepoint.programs.load.CloseNames;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Asks an {@link AskDirectory} which server has what a client wants: client 17 wants thing 17. Each look-up has a connection of its
 * own, which the client closes, since there are many clients and they seldom ask.
 */
final class LookUps implements Guide, Session {
    private final Host host;
    private final AskLoadConfig config;
    private final Guided guided;
    private final List<Address> addresses;
    private final RequestWriter requests;
    private final int numberAt;
    private final Address[] servers;
    private final long[] freshUntilNanos;

    /** Of the look-up under way; null when none is. */
    private final Connection[] connections;

    private final ResponseParser[] parsers;

    LookUps(Host host, AskLoadConfig config, Guided guided) {
        this.host = host;
        this.config = config;
        this.guided = guided;
        addresses = LocalAddress.allTowards(host, config.serverOf(0));
        String target = Redirects.THINGS + "0".repeat(Decimal.MAX_DIGITS);
        int bytes = RequestWriter.minimumBytes(AskLoad.AUTHORITY, target);
        requests = new RequestWriter(AskLoad.AUTHORITY, target, bytes, config.stream());
        numberAt = "GET ".length() + Redirects.THINGS.length();
        int clients = config.clients();
        servers = new Address[clients];
        freshUntilNanos = new long[clients];
        connections = new Connection[clients];
        parsers = new ResponseParser[clients];
    }

    @Override
    public boolean isFresh(int client) {
        return servers[client] != null && host.nanoTime() - freshUntilNanos[client] < 0;
    }

    @Override
    public Optional<Address> serverOf(int client) {
        return Optional.ofNullable(servers[client]);
    }

    @Override
    public void find(int client, long message) {
        if (message != NONE) {
            host.meter().working(message);
        }
        Address from = addresses.get(client % addresses.size());
        parsers[client] = new ResponseParser(HttpLimits.DEFAULT);
        connections[client] = host.connect(from, config.serverOf(client), config.stream(), client, this);
        ByteBuffer request = message == NONE ? requests.writeUnnumbered() : requests.write(message);
        Decimal.putAt(request, numberAt, client, Decimal.MAX_DIGITS);
        connections[client].send(request.rewind());
    }

    @Override
    public void cancel(int client) {
        if (connections[client] != null) {
            end(client);
        }
    }

    private void end(int client) {
        Connection ended = connections[client];
        connections[client] = null;
        parsers[client] = null;
        ended.close();
    }

    private boolean isUnderWay(Connection connection) {
        return connection.equals(connections[(int) connection.tag()]);
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        int client = (int) connection.tag();
        if (isUnderWay(connection)) {
            try {
                ResponseParser parser = parsers[client];
                if (parser.parse(bytes)) {
                    end(client);
                    answered(client, parser);
                }
            } catch (HttpException e) {
                end(client);
                guided.onNotFound(client, "directory: bad response");
            }
        }
    }

    private void answered(int client, ResponseParser response) {
        Optional<Address> server = authority(response.location());
        if (response.status() == 307 && server.isPresent()) {
            servers[client] = server.get();
            freshUntilNanos[client] = host.nanoTime() + config.rememberNanos();
            guided.onFound(client);
        } else {
            guided.onNotFound(client, "directory: status " + response.status());
        }
    }

    private static Optional<Address> authority(String location) {
        String scheme = "http://";
        int slash = location.indexOf('/', scheme.length());
        if (!location.startsWith(scheme) || slash < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Address.parse(location.substring(scheme.length(), slash)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void onClose(Connection connection, CloseReason reason) {
        int client = (int) connection.tag();
        if (isUnderWay(connection)) {
            end(client);
            guided.onNotFound(client, "directory: " + CloseNames.of(reason));
        }
    }
}
