/**
 * The other side of the seam: how a laboratory builds a world, starts programs in it, and learns what happened. Closed to
 * programs.
 *
 * <p>{@link dev.chokepoint.host.world.World} is built from {@link dev.chokepoint.host.world.HostSpec}s joined by
 * {@link dev.chokepoint.host.world.Link}s; while it runs it tells an {@link dev.chokepoint.host.world.Observer} what becomes
 * of each message, and at any moment it lists its {@link dev.chokepoint.host.world.ResourceUse}.
 */
package dev.chokepoint.host.world;
