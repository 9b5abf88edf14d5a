package dev.chokepoint.lab.measure;

import java.io.Serializable;

/**
 * How the load got on in a run that goes on.
 *
 * @param interval the last interval's number, from 0
 * @param last what happened in it, warm-up or not
 * @param soFar of the messages intended in the measured window up to now; zeros during the warm-up
 */
public record LoadProgress(int interval, Counts last, Counts soFar) implements Serializable {}
