/**
 * One suite, every world. Each test class runs unchanged in the simulator and over real sockets with every transport of this
 * machine, once with hosts that reach each other at once and once over a link, because a program that behaves differently in
 * two worlds shows a defect of the seam.
 *
 * <p>A test is a conversation: {@link dev.chokepoint.lab.parity.Stage} builds the world, each
 * {@link dev.chokepoint.lab.parity.Actor} is a program that does on its lane what the test tells it, each
 * {@link dev.chokepoint.lab.parity.Probe} is a session that writes down what happens. Between the two and the world stands a
 * {@link dev.chokepoint.lab.parity.Detector}, which checks in every test what the seam promises always.
 *
 * <p>{@link dev.chokepoint.lab.parity.BrokenWorldsTest} shows that the suite can fail: it runs it against worlds with one
 * {@link dev.chokepoint.lab.parity.Breakage} each.
 */
package dev.chokepoint.lab.parity;
