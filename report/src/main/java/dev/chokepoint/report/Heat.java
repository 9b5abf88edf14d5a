package dev.chokepoint.report;

/** Utilisation as one of eleven colours; the style sheet knows them as {@code u0} to {@code u10}. */
final class Heat {
    private Heat() {}

    static String of(double utilisation) {
        double drawn = utilisation >= 0 ? Math.min(1, utilisation) : 0; // NaN too
        return "u" + Math.round(drawn * 10);
    }

    static void legend(Html html) {
        html.open("p", "class", "legend").element("span", "used: 0 %");
        html.open("span", "class", "ramp", "aria-hidden", "true");
        for (int step = 0; step <= 10; step++) {
            html.empty("span", "class", "u" + step);
        }
        html.close().element("span", "100 %").close();
    }
}
