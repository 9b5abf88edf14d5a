package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.run.RunProgress;

/** What the user sees of a search: the load that is tried now, and how much of the search is done. One thread uses it. */
final class SearchProgress implements RunProgress {
    private final String world;
    private final LoadAxis axis;
    private final RunProgress user;
    private int tried;
    private int left = 1;
    private String load = "";

    SearchProgress(String world, LoadAxis axis, RunProgress user) {
        this.world = world;
        this.axis = axis;
        this.user = user;
    }

    void trying(double next, int pointsSoFar, int pointsLeft) {
        load = axis.text(next);
        tried = pointsSoFar;
        left = Math.max(1, pointsLeft);
    }

    @Override
    public void step(String ignored, double ofThisPoint) {
        double done = tried + Math.min(ofThisPoint, 0.9);
        user.step(world + " " + load, done / (tried + left));
    }

    @Override
    public boolean stopped() {
        return user.stopped();
    }
}
