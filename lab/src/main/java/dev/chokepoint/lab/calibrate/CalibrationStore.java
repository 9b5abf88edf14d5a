package dev.chokepoint.lab.calibrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calibrations of this machine and build, one file each, in {@code chokepoint/calibration} under {@code XDG_CACHE_HOME}, or
 * else under {@code .cache} in the user's home. Several processes may use it at once: files are replaced as a whole.
 */
public final class CalibrationStore {
    private static final String FORM = "chokepoint-calibration/1";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final Calibration.Key key;

    private CalibrationStore(Path folder, Calibration.Key key) {
        this.folder = folder;
        this.key = key;
    }

    /** What a file holds. */
    private record Stored(String schema, Calibration calibration) {}

    /**
     * Where this machine's calibrations are.
     *
     * @param transport what waits for sockets
     * @param io how servers wait for their sockets
     * @return the place of the calibration for these
     */
    public static CalibrationStore ofThisMachine(String transport, String io) {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(System.getProperty("user.home"), ".cache");
        Path base = cache == null || !Path.of(cache).isAbsolute() ? home : Path.of(cache);
        return at(base.resolve("chokepoint").resolve("calibration"), ThisMachine.key(transport, io));
    }

    /**
     * Where a calibration is.
     *
     * @param folder with one file for each key; made when something is kept
     * @param key what the calibration is to hold for
     * @return its place
     */
    static CalibrationStore at(Path folder, Calibration.Key key) {
        return new CalibrationStore(folder, key);
    }

    /**
     * What calibrations found here hold for.
     *
     * @return the key
     */
    public Calibration.Key key() {
        return key;
    }

    /**
     * The file.
     *
     * @return where it is or would be
     */
    public Path file() {
        return folder.resolve(ThisMachine.hash(key.toString()) + ".json");
    }

    /**
     * Reads it.
     *
     * @return empty when there is none
     * @throws CalibrationException the file is damaged, or another program's
     */
    public Optional<Calibration> find() {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        try {
            Stored stored = MAPPER.readValue(Files.readString(file()), Stored.class);
            if (!Objects.equals(stored.schema(), FORM)) {
                throw broken("its form is " + stored.schema() + ", not " + FORM);
            }
            if (stored.calibration() == null || !key.equals(stored.calibration().key())) {
                throw broken("it is another machine's or build's");
            }
            return Optional.of(stored.calibration());
        } catch (IOException e) {
            throw broken(e.getMessage());
        } catch (JacksonException | NullPointerException e) {
            throw broken("it is damaged");
        }
    }

    private CalibrationException broken(String why) {
        return new CalibrationException("the calibration in " + file() + " can't be used: " + why);
    }

    /**
     * A calibration as it is kept.
     *
     * @param calibration which
     * @return JSON
     */
    public static String text(Calibration calibration) {
        return MAPPER.writeValueAsString(new Stored(FORM, calibration));
    }

    /**
     * Keeps a calibration, in place of an older one.
     *
     * @param calibration with this store's key
     * @throws UncheckedIOException it can't be written
     */
    public void keep(Calibration calibration) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "new-", ".json");
            Files.writeString(fresh, text(calibration));
            Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("can't keep the calibration in " + file() + ": " + e.getMessage(), e);
        }
    }
}
