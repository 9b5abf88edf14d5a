package dev.chokepoint.bench.chat;

import java.nio.file.Path;

/** How the others are configured: the loopback address, no limit and no throttle that a bench could meet. */
final class PeerConfigs {
    private PeerConfigs() {}

    static String inspircd(Path folder, int port) {
        return """
                <server name="irc.bench" description="bench" network="bench">
                <admin name="bench" nick="bench" email="bench@localhost">
                <bind address="127.0.0.1" port="%d" type="clients">
                <connect allow="*" timeout="600" threshold="2000000" commandrate="1000000000" fakelag="no" pingfreq="3600"
                         hardsendq="67108864" softsendq="33554432" recvq="1048576" localmax="100000" globalmax="100000"
                         maxchans="100" limit="100000" resolvehostnames="no" useident="no" maxconnwarn="no">
                <performance netbuffersize="65536" somaxconn="4096" limitsomaxconn="no" softlimit="100000" quietbursts="yes"
                             nouserdns="yes">
                <options defaultmodes="nt" nosnoticestack="no" syntaxhints="no">
                <security announceinvites="none" maxtargets="20">
                <log method="file" level="default" target="%s" type="* -USERINPUT -USEROUTPUT">
                <pid file="%s">
                """.formatted(port, folder.resolve("inspircd.log"), folder.resolve("inspircd.pid"));
    }

    static String ngircd(int port) {
        return """
                [Global]
                Name = irc.bench
                Info = bench
                Listen = 127.0.0.1
                Ports = %d
                MotdPhrase = "bench"
                [Limits]
                MaxConnections = 0
                MaxConnectionsIP = 0
                MaxJoins = 0
                MaxPenaltyTime = 0
                PingTimeout = 3600
                PongTimeout = 3600
                [Options]
                DNS = no
                Ident = no
                PAM = no
                SyslogFacility = local7
                """.formatted(port);
    }

    static String nats(int port) {
        return """
                host: 127.0.0.1
                port: %d
                ping_interval: "1h"
                max_connections: 100000
                """.formatted(port);
    }
}
