package dev.chokepoint.lab.parity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** All worlds and ways, or the one broken world that the test of the suite itself asks for. */
final class Settings implements ArgumentsProvider {
    static final String KIND = "parity.kind";
    static final String BREAKAGE = "parity.breakage";

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Breakage breakage =
                context.getConfigurationParameter(BREAKAGE, Breakage::valueOf).orElse(Breakage.NONE);
        return context.getConfigurationParameter(KIND, WorldKind::valueOf)
                .map(kind -> Stream.of(new Setting(kind, Setting.Way.DIRECT, breakage)))
                .orElseGet(Settings::all)
                .map(Arguments::of);
    }

    /** All, or those that the environment names: CHOKEPOINT_WORLDS=POOL,VIRTUAL. */
    private static boolean isAskedFor(WorldKind kind) {
        String worlds = System.getenv("CHOKEPOINT_WORLDS");
        return worlds == null || List.of(worlds.split(",")).contains(kind.name());
    }

    private static Stream<Setting> all() {
        return Arrays.stream(WorldKind.values())
                .filter(Settings::isAskedFor)
                .flatMap(kind -> Arrays.stream(Setting.Way.values())
                        .filter(way -> way.suits(kind))
                        .map(way -> new Setting(kind, way, Breakage.NONE)));
    }
}
