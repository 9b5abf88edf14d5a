// Poisson UDP through a 10 Mbit/s bottleneck at load 0.8, in ns-3 3.37: what `bench/run udp` compares the simulator
// with. Usage: poisson-udp SECONDS. Prints the mean one-way delay in ms of what arrives after 10 s of warm-up, and the number
// of events.

#include "ns3/core-module.h"
#include "ns3/internet-module.h"
#include "ns3/network-module.h"
#include "ns3/point-to-point-module.h"

#include <cstdio>
#include <cstdlib>
#include <deque>

using namespace ns3;

namespace
{
constexpr double WARM_UP_SECONDS = 10;
constexpr uint32_t PAYLOAD_BYTES = 970;

double g_delays = 0;
uint64_t g_count = 0;
// Nothing is lost or overtaken, so that the oldest time belongs to the packet that arrives.
std::deque<int64_t> g_sent;

struct Source
{
    Ptr<Socket> socket;
    Ptr<ExponentialRandomVariable> gap;
    double endSeconds;

    void Send()
    {
        g_sent.push_back(Simulator::Now().GetNanoSeconds());
        socket->Send(Create<Packet>(PAYLOAD_BYTES));
        Next();
    }

    void Next()
    {
        Time wait = Seconds(gap->GetValue());
        if ((Simulator::Now() + wait).GetSeconds() < endSeconds)
        {
            Simulator::Schedule(wait, &Source::Send, this);
        }
    }
};

void
Receive(Ptr<Socket> socket)
{
    while (socket->Recv())
    {
        if (Simulator::Now().GetSeconds() > WARM_UP_SECONDS)
        {
            g_delays += Simulator::Now().GetNanoSeconds() - g_sent.front();
            g_count++;
        }
        g_sent.pop_front();
    }
}

NetDeviceContainer
Join(Ptr<Node> a, Ptr<Node> b, const char* rate, const char* delay)
{
    PointToPointHelper link;
    link.DisableFlowControl();
    link.SetDeviceAttribute("DataRate", StringValue(rate));
    link.SetChannelAttribute("Delay", StringValue(delay));
    link.SetQueue("ns3::DropTailQueue<Packet>", "MaxSize", StringValue("100000p"));
    return link.Install(a, b);
}
} // namespace

int
main(int argc, char* argv[])
{
    double seconds = argc > 1 ? std::atof(argv[1]) : 500;
    RngSeedManager::SetSeed(12345);
    RngSeedManager::SetRun(argc > 2 ? std::atoi(argv[2]) : 1);

    NodeContainer nodes; // n0, r0, r1, n1
    nodes.Create(4);
    auto left = Join(nodes.Get(0), nodes.Get(1), "100Mbps", "1ms");
    auto middle = Join(nodes.Get(1), nodes.Get(2), "10Mbps", "18ms");
    auto right = Join(nodes.Get(2), nodes.Get(3), "100Mbps", "1ms");
    InternetStackHelper().Install(nodes);
    Ipv4AddressHelper addresses;
    addresses.SetBase("10.1.1.0", "255.255.255.0");
    addresses.Assign(left);
    addresses.SetBase("10.1.2.0", "255.255.255.0");
    addresses.Assign(middle);
    addresses.SetBase("10.1.3.0", "255.255.255.0");
    auto ends = addresses.Assign(right);
    Ipv4GlobalRoutingHelper::PopulateRoutingTables();

    auto type = UdpSocketFactory::GetTypeId();
    Ptr<Socket> sink = Socket::CreateSocket(nodes.Get(3), type);
    sink->Bind(InetSocketAddress(Ipv4Address::GetAny(), 5000));
    sink->SetRecvCallback(MakeCallback(&Receive));
    Source source{Socket::CreateSocket(nodes.Get(0), type), CreateObject<ExponentialRandomVariable>(), seconds};
    source.gap->SetAttribute("Mean", DoubleValue(0.001));
    source.socket->Connect(InetSocketAddress(ends.GetAddress(1), 5000));
    source.Next();

    Simulator::Stop(Seconds(seconds + 5));
    Simulator::Run();
    std::printf("check=%.6f events=%llu\n",
                g_delays / g_count / 1e6,
                static_cast<unsigned long long>(Simulator::GetEventCount()));
    Simulator::Destroy();
    return 0;
}
