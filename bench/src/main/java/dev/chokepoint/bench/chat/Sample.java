package dev.chokepoint.bench.chat;

import java.util.Locale;

/** One figure of one run: a line of the file. */
record Sample(Trial trial, Contestant contestant, int round, Figure figure, double value) {
    String line() {
        return String.format(Locale.ROOT, "%s,%s,%d,%s,%.4f", trial, contestant, round, figure, value);
    }

    static Sample parse(String line) {
        String[] f = line.split(",", -1);
        return new Sample(
                Trial.valueOf(f[0]),
                Contestant.valueOf(f[1]),
                Integer.parseInt(f[2]),
                Figure.valueOf(f[3]),
                Double.parseDouble(f[4]));
    }

    boolean isOf(Trial wanted, Contestant who, int which) {
        return trial == wanted && contestant == who && round == which;
    }
}
