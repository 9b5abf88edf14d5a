/** Draws what the lab measured: terminal, HTML, JSON. Computes nothing. */
module dev.chokepoint.report {
    requires dev.chokepoint.lab;
    requires HdrHistogram;
    requires java.xml;
    requires tools.jackson.databind;

    exports dev.chokepoint.report;
}
