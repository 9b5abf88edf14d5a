/** From what the user wrote to what bounds it: scenario, topology, run, measure, diagnose. */
module dev.chokepoint.lab {
    requires transitive dev.chokepoint.host;
    requires transitive dev.chokepoint.programs;
    requires transitive dev.chokepoint.sim;
    requires dev.chokepoint.live;
    requires org.snakeyaml.engine;
    requires java.management;
    requires jdk.management;
    requires HdrHistogram;
    requires hipparchus.core;
    requires tools.jackson.databind;

    exports dev.chokepoint.lab.scenario;
    exports dev.chokepoint.lab.topology;
    exports dev.chokepoint.lab.run;
    exports dev.chokepoint.lab.measure;
    exports dev.chokepoint.lab.compare;
    exports dev.chokepoint.lab.models;
    exports dev.chokepoint.lab.diagnose;
    exports dev.chokepoint.lab.capacity;
    exports dev.chokepoint.lab.difference;
    exports dev.chokepoint.lab.statistics;
    exports dev.chokepoint.lab.calibrate;

    opens dev.chokepoint.lab.calibrate to
            tools.jackson.databind;
}
