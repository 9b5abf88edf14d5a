package dev.chokepoint.lab.scenario;

/**
 * How one kind of value is read.
 *
 * @param <T> what it becomes
 */
@FunctionalInterface
interface Form<T> {
    /** The value, or the one thing that is wrong with it; forms of several parts collect what is wrong with those. */
    T read(Node node) throws Unfit;
}
