package dev.chokepoint.report;

import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.capacity.WorldCapacity;
import dev.chokepoint.lab.measure.WorldResult.World;

/** The capacity of a scenario as a page: the answer, the curve, every load that was tried. */
final class CapacityPage {
    private CapacityPage() {}

    static String of(CapacityResult result) {
        return HtmlPage.of(
                result.scenario().name() + ", capacity",
                CapacityData.json(result),
                "capacity.js",
                html -> body(html, result));
    }

    private static void body(Html html, CapacityResult result) {
        html.open("header");
        html.element("p", "Chokepoint: capacity", "class", "product");
        html.element("p", result.scenario().name(), "class", "scenario");
        html.element("p", result.scenario().about(), "class", "about");
        html.close();
        html.open("main");
        answer(html, result);
        curve(html);
        loads(html, result);
        theory(html, result);
        notes(html, result);
        run(html, result);
        html.close();
    }

    private static void section(Html html, String title, String about) {
        html.open("section").element("h2", title).element("p", about, "class", "about");
    }

    private static void answer(Html html, CapacityResult result) {
        CapacityAnswer answer = CapacityAnswer.of(result);
        html.open("section", "class", "answer").element("h1", Html.unbroken(answer.headline()));
        answer.details().forEach(detail -> html.element("p", Html.unbroken(detail)));
        html.close();
    }

    private static void curve(Html html) {
        section(
                html,
                "Throughput and latency against load",
                "Dots are loads that were tried, a diamond one that missed; bars are 95 % intervals, where there are any. The"
                        + " shaded band is the capacity: it begins at the highest load that met the objectives and ends at the"
                        + " lowest that did not.");
        html.empty(
                "div",
                "class",
                "chart tall",
                "id",
                "capacity",
                "role",
                "img",
                "aria-label",
                "Throughput above and latency below, both by load. The table that follows has the figures.");
        html.close();
    }

    private static void loads(Html html, CapacityResult result) {
        section(
                html,
                "Every load that was tried",
                "Judged by: " + String.join(", ", result.objectives())
                        + ". Met or missed only when the whole 95 % interval lies on one side of the limit.");
        result.worlds().forEach(world -> {
            html.element("h3", Words.world(world.world()));
            HtmlTable.write(html, CapacityTable.full(result, world));
        });
        html.close();
    }

    private static void theory(Html html, CapacityResult result) {
        section(
                html,
                "What theory says",
                "The bottleneck law: no system carries more than the smallest of these, whatever is offered.");
        HtmlTable.write(html, CapacityTable.bounds(result));
        html.close();
    }

    private static void notes(Html html, CapacityResult result) {
        if (result.worlds().stream().allMatch(world -> world.notes().isEmpty())) {
            return;
        }
        html.open("section").element("h2", "Notes").open("ul");
        for (WorldCapacity world : result.worlds()) {
            world.notes().forEach(note -> html.element("li", Words.world(world.world()) + ": " + note));
        }
        html.close().close();
    }

    private static void run(Html html, CapacityResult result) {
        html.open("section").element("h2", "The scenario and the search");
        html.element("p", result.scenarioFile(), "class", "about");
        html.open("pre", "tabindex", "0").element("code", result.scenarioText()).close();
        html.open("dl");
        term(html, "Again", "code", command(result));
        term(html, "Started", "span", result.startedAt().toString());
        term(html, "Machine", "span", result.machine());
        term(html, "Versions", "span", "Chokepoint " + About.version() + ", Java " + Runtime.version());
        for (WorldCapacity world : result.worlds()) {
            term(html, Words.world(world.world()), "span", CapacityText.run(world));
        }
        html.close().close();
    }

    private static void term(Html html, String name, String element, String value) {
        html.element("dt", name).open("dd").element(element, value).close();
    }

    private static String command(CapacityResult result) {
        boolean live = result.worlds().stream().anyMatch(world -> world.world() == World.LIVE);
        String world = result.worlds().size() > 1 ? " --world both" : live ? " --world live" : "";
        return "./chokepoint capacity " + Command.quoted(result.scenarioFile()) + world + " --precision "
                + Words.percent(result.precision()).replace(" ", "") + " --seed "
                + result.scenario().seed();
    }
}
