/** The commands. */
module dev.chokepoint.cli {
    requires dev.chokepoint.host;
    requires dev.chokepoint.programs;
    requires dev.chokepoint.sim;
    requires dev.chokepoint.live;
    requires dev.chokepoint.lab;
    requires dev.chokepoint.report;
    requires info.picocli;
    requires io.prometheus.metrics.model;
    requires io.prometheus.writer.text;
    requires jdk.httpserver;
    requires org.jline.terminal;
    requires org.jline.reader;
    requires org.slf4j;

    opens dev.chokepoint.cli to
            info.picocli;
}
