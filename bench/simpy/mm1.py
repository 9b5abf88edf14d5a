"""An M/M/1 queue at load 0.8 in SimPy 2 (Debian's python3-simpy): what `bench/run simpy` compares the simulator with.

Usage: mm1.py CUSTOMERS. Prints the seconds it took and the mean number in system.
"""

import random
import sys
import time

from SimPy.Simulation import Process, Resource, Simulation, hold, release, request

ARRIVALS = 0.8
SERVICES = 1.0


class Customer(Process):
    def visit(self, server, tally):
        tally.change(self.sim.now(), 1)
        yield request, self, server
        yield hold, self, random.expovariate(SERVICES)
        yield release, self, server
        tally.change(self.sim.now(), -1)
        tally.served += 1
        if tally.served == tally.wanted:
            self.sim.stopSimulation()


class Source(Process):
    def generate(self, server, tally):
        while True:
            yield hold, self, random.expovariate(ARRIVALS)
            customer = Customer(sim=self.sim)
            self.sim.activate(customer, customer.visit(server, tally))


class Tally:
    def __init__(self, wanted):
        self.wanted = wanted
        self.served = 0
        self.number = 0
        self.since = 0.0
        self.area = 0.0

    def change(self, now, by):
        self.area += self.number * (now - self.since)
        self.since = now
        self.number += by


def main():
    random.seed(1)
    simulation = Simulation()
    simulation.initialize()
    server = Resource(capacity=1, sim=simulation)
    tally = Tally(int(sys.argv[1]))
    source = Source(sim=simulation)
    simulation.activate(source, source.generate(server, tally))
    begun = (time.perf_counter(), time.process_time())
    simulation.simulate(until=1e18)
    wall, cpu = time.perf_counter() - begun[0], time.process_time() - begun[1]
    print(f"wall={wall:.6f} cpu={cpu:.6f} check={tally.area / simulation.now():.6f}")


main()
