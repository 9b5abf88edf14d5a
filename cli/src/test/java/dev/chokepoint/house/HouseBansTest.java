package dev.chokepoint.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms whose code runs in both worlds, or makes one, keep the bans; and each ban can fail. */
class HouseBansTest {
    /** What a program may depend on besides its own package. {@code host.world} is the worlds' side of the seam. */
    private static final List<String> OPEN_TO_PROGRAMS =
            List.of("java.", "javax.crypto.", "dev.chokepoint.host.", "dev.chokepoint.programs.");

    private static final String CLOSED_TO_PROGRAMS = "dev.chokepoint.host.world";

    @ParameterizedTest
    @ValueSource(strings = {"host", "programs", "sim"})
    void keepsTheBans(String room) {
        assertThat(classesOf(room).stream()
                        .flatMap(type -> Arrays.stream(Ban.values()).flatMap(ban -> ban.brokenBy(room, type).stream())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "programs", "sim", "live"})
    void keepsNoStaticMutableState(String room) {
        assertThat(classesOf(room).stream().flatMap(HouseBansTest::mutableStatics))
                .isEmpty();
    }

    @Test
    void programsKnowHostAndNothingElse() {
        assertThat(classesOf("programs").stream().flatMap(HouseBansTest::foreignToPrograms))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBanCanFail(Ban ban) {
        JavaClass offence = offence(ban.name());

        assertThat(ban.brokenBy("sim", offence)).isNotEmpty();
        assertThat(Arrays.stream(Ban.values())
                        .filter(other -> !other.brokenBy("sim", offence).isEmpty()))
                .containsExactly(ban);
    }

    @Test
    void innocentLookAlikesBreakNoBan() {
        JavaClass innocent = offence("Innocent");

        assertThat(Arrays.stream(Ban.values()).flatMap(ban -> ban.brokenBy("sim", innocent).stream()))
                .isEmpty();
    }

    @Test
    void staticMutableStateIsSeen() {
        assertThat(mutableStatics(offence("StaticState"))).hasSize(1);
    }

    @Test
    void aProgramThatKnowsTheWorldIsSeen() {
        assertThat(foreignToPrograms(offence("Nosy"))).isNotEmpty();
    }

    private static Stream<String> mutableStatics(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaField::getFullName);
    }

    private static Stream<String> foreignToPrograms(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !mayBeKnown(dependency.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription);
    }

    private static boolean mayBeKnown(JavaClass type) {
        String name = type.getFullName();
        return type.isPrimitive()
                || OPEN_TO_PROGRAMS.stream().anyMatch(name::startsWith) && !name.startsWith(CLOSED_TO_PROGRAMS);
    }

    private static JavaClasses classesOf(String room) {
        Path classes = House.ROOT.resolve(room).resolve("target/classes");
        assertThat(Files.isDirectory(classes))
                .as("compiled classes in %s", classes)
                .isTrue();
        return new ClassFileImporter().importPath(classes);
    }

    private static JavaClass offence(String name) {
        return new ClassFileImporter()
                .importClasses(Offences.class.getDeclaredClasses()).stream()
                        .filter(type -> type.getSimpleName().equals(name))
                        .findAny()
                        .orElseThrow(() -> new AssertionError("Offences has no class " + name));
    }
}
