package dev.chokepoint.report;

import dev.chokepoint.lab.scenario.Scenario;
import java.time.Instant;

/**
 * The end of a page about several runs of one scenario: what was run, and on what.
 *
 * @param scenario as written
 * @param file where it was read from
 * @param text its text
 * @param startedAt when
 * @param machine on what, one line
 */
record WhatWasCompared(Scenario scenario, String file, String text, Instant startedAt, String machine) {
    void write(Html html) {
        html.open("section").element("h2", "The scenario");
        html.element("p", file, "class", "about");
        html.open("pre", "tabindex", "0").element("code", text).close();
        html.close();
        html.open("section").element("h2", "The run").open("dl");
        term(html, "Seed", Long.toString(scenario.seed()));
        term(html, "Started", startedAt.toString());
        term(html, "Machine", machine);
        term(html, "Versions", "Chokepoint " + About.version() + ", Java " + Runtime.version());
        html.close().close();
    }

    private static void term(Html html, String name, String value) {
        html.element("dt", name).element("dd", value);
    }
}
