/**
 * Blocking style on top of the seam, for tutorials, scripts and tests; servers under load use the callbacks, which cost a
 * fraction of the switches.
 *
 * <p>A {@link dev.chokepoint.host.blocking.Task} runs on a virtual thread of its own, and a baton goes to and fro between it
 * and its lane: exactly one of them runs at a time, so tasks of one lane share data without locks, and a run in the simulator
 * repeats exactly. The task has the baton until it calls a method of this package. That call is carried out by the lane on
 * the lane's own thread; if its outcome must be waited for, the lane's callback ends, and a later one brings the baton back.
 *
 * <p>A task may wait only in this package. One that sleeps, locks or reads a file by other means keeps the lane waiting; after
 * some seconds of the real clock the lane gives up with an error that shows where the task is stuck. That watch never changes
 * the outcome of a run it doesn't end.
 *
 * <p>When the world is closed, each waiting call throws an {@link java.lang.Error}, so that a task's {@code finally} blocks
 * run and its thread ends.
 */
package dev.chokepoint.host.blocking;
