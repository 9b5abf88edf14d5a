// One TCP NewReno bulk flow over a dumbbell, in ns-3 3.37: what `bench/run tcp` compares the simulator with.
// Usage: tcp-dumbbell SECONDS. Prints the goodput in Mbit/s after 20 s of warm-up, and the number of events.

#include "ns3/applications-module.h"
#include "ns3/core-module.h"
#include "ns3/internet-module.h"
#include "ns3/network-module.h"
#include "ns3/point-to-point-module.h"

#include <cstdio>
#include <cstdlib>

using namespace ns3;

namespace
{
constexpr double WARM_UP_SECONDS = 20;
uint64_t g_received = 0;

void
Received(Ptr<const Packet> packet, const Address&)
{
    if (Simulator::Now().GetSeconds() > WARM_UP_SECONDS)
    {
        g_received += packet->GetSize();
    }
}

NetDeviceContainer
Join(Ptr<Node> a, Ptr<Node> b, const char* rate, const char* delay, const char* queue)
{
    PointToPointHelper link;
    link.DisableFlowControl();
    link.SetDeviceAttribute("DataRate", StringValue(rate));
    link.SetChannelAttribute("Delay", StringValue(delay));
    link.SetQueue("ns3::DropTailQueue<Packet>", "MaxSize", StringValue(queue));
    return link.Install(a, b);
}
} // namespace

int
main(int argc, char* argv[])
{
    double seconds = argc > 1 ? std::atof(argv[1]) : 200;
    RngSeedManager::SetSeed(12345);
    RngSeedManager::SetRun(1);
    Config::SetDefault("ns3::TcpL4Protocol::SocketType", StringValue("ns3::TcpNewReno"));
    Config::SetDefault("ns3::TcpSocket::SegmentSize", UintegerValue(1448));
    Config::SetDefault("ns3::TcpSocket::InitialCwnd", UintegerValue(10));
    Config::SetDefault("ns3::TcpSocket::SndBufSize", UintegerValue(2097152));
    Config::SetDefault("ns3::TcpSocket::RcvBufSize", UintegerValue(2097152));
    Config::SetDefault("ns3::TcpSocket::DelAckCount", UintegerValue(2));

    NodeContainer nodes; // n0, r0, r1, n1
    nodes.Create(4);
    auto left = Join(nodes.Get(0), nodes.Get(1), "100Mbps", "1ms", "100000p");
    auto middle = Join(nodes.Get(1), nodes.Get(2), "10Mbps", "18ms", "100p");
    auto right = Join(nodes.Get(2), nodes.Get(3), "100Mbps", "1ms", "100000p");
    InternetStackHelper().Install(nodes);
    Ipv4AddressHelper addresses;
    addresses.SetBase("10.1.1.0", "255.255.255.0");
    addresses.Assign(left);
    addresses.SetBase("10.1.2.0", "255.255.255.0");
    addresses.Assign(middle);
    addresses.SetBase("10.1.3.0", "255.255.255.0");
    auto ends = addresses.Assign(right);
    Ipv4GlobalRoutingHelper::PopulateRoutingTables();

    InetSocketAddress server(ends.GetAddress(1), 5000);
    BulkSendHelper source("ns3::TcpSocketFactory", server);
    source.SetAttribute("SendSize", UintegerValue(1448));
    source.SetAttribute("MaxBytes", UintegerValue(0));
    source.Install(nodes.Get(0)).Start(Seconds(0));
    PacketSinkHelper sink("ns3::TcpSocketFactory", InetSocketAddress(Ipv4Address::GetAny(), 5000));
    auto sinks = sink.Install(nodes.Get(3));
    sinks.Start(Seconds(0));
    sinks.Get(0)->TraceConnectWithoutContext("Rx", MakeCallback(&Received));

    Simulator::Stop(Seconds(seconds));
    Simulator::Run();
    std::printf("check=%.6f events=%llu\n",
                g_received * 8 / (seconds - WARM_UP_SECONDS) / 1e6,
                static_cast<unsigned long long>(Simulator::GetEventCount()));
    Simulator::Destroy();
    return 0;
}
