package sc.fiji.tinybeauty.models.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.jni.LibUtils;

/**
 * The one door to DJL and PyTorch.
 * <p>
 * Before the engine loads it is told to stay offline and to send no telemetry,
 * how many threads to use, and where installed native libraries lie. A property
 * that is already set is left alone.
 * </p>
 * <p>
 * Threads: PyTorch's workers spin while they wait for each other, so as many
 * workers as processor cores come to a near stop (60 times slower was measured)
 * as soon as any other program computes. The default is therefore half the
 * cores, at least one and at most four: these networks are too small to gain
 * from more. {@code -Dai.djl.pytorch.num_threads=N} overrides it.
 * </p>
 */
public final class TorchEngine {

	/** DJL's name of the engine. */
	public static final String NAME = "PyTorch";

	static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

	private static Engine engine;
	private static IllegalStateException failure;

	private TorchEngine() {}

	/**
	 * Loads PyTorch unless that was done before; takes about a second, some more
	 * the first time ever.
	 *
	 * @throws IllegalStateException with one sentence and the remedy, if there is
	 *           no engine for this system, none is installed or it does not load
	 */
	public static synchronized void ensureLoaded() {
		if (engine != null) return;
		if (failure != null) throw failure;
		final EngineReport report = EngineSearch.search();
		if (report.state() != EngineReport.State.INSTALLED)
			throw new IllegalStateException(report.message());
		setProperties(report);
		try {
			engine = ContextLoader.call(() -> Engine.getEngine(NAME));
		}
		catch (final RuntimeException | LinkageError exc) {
			failure = new IllegalStateException("PyTorch could not be loaded (" +
				rootMessage(exc) +
				"): install it again with Plugins > TinyBeauty > Install Engine... " +
				"and restart.", exc);
			throw failure;
		}
	}

	private static void setProperties(final EngineReport report) {
		setDefault("ai.djl.offline", "true");
		setDefault("OPT_OUT_TRACKING", "true");
		setDefault("ai.djl.pytorch.num_threads", Integer.toString(defaultThreads(
			Runtime.getRuntime().availableProcessors())));
		setDefault("ai.djl.pytorch.num_interop_threads", "1");
		if (report.path() != null) setDefault(LIBRARY_PATH, report.path()
			.toString());
	}

	static int defaultThreads(final int cores) {
		return Math.max(1, Math.min(4, cores / 2));
	}

	private static void setDefault(final String key, final String value) {
		if (System.getProperty(key) == null) System.setProperty(key, value);
	}

	private static String rootMessage(final Throwable exc) {
		Throwable root = exc;
		while (root.getCause() != null) root = root.getCause();
		return root.getMessage() == null ? root.getClass().getSimpleName() : root
			.getMessage().lines().findFirst().orElse("");
	}

	/**
	 * Runs code that uses DJL: with the engine loaded and with a context class
	 * loader through which DJL finds its parts, which is put back afterwards.
	 *
	 * @param code what to run
	 * @return its result
	 * @throws IllegalStateException as {@link #ensureLoaded()}
	 */
	public static <T> T call(final Supplier<T> code) {
		ensureLoaded();
		return ContextLoader.call(code);
	}

	/** As {@link #call(Supplier)}, without a result. */
	public static void run(final Runnable code) {
		call(() -> {
			code.run();
			return null;
		});
	}

	/**
	 * Finds the device for a choice, loading the engine.
	 *
	 * @param choice what the user wants
	 * @return the device
	 * @throws IllegalStateException if a GPU is demanded and PyTorch has none
	 */
	public static Device device(final DeviceChoice choice) {
		if (choice == DeviceChoice.CPU) {
			ensureLoaded();
			return Device.cpu();
		}
		final boolean gpu = call(TorchEngine::hasGpu);
		if (choice == DeviceChoice.GPU && !gpu) throw new IllegalStateException(
			"The installed PyTorch finds no GPU here: choose device=auto or " +
				"device=cpu, or install a CUDA engine and an NVIDIA driver.");
		return gpu ? Device.gpu() : Device.cpu();
	}

	private static boolean hasGpu() {
		return engine.hasCapability(StandardCapabilities.CUDA) && engine
			.getGpuCount() > 0;
	}

	/**
	 * @param device a device
	 * @return its name for users, "cpu" or "gpu0"
	 */
	public static String name(final Device device) {
		return device.isGpu() ? "gpu" + device.getDeviceId() : "cpu";
	}

	/** @return what is known about the engine, without loading it */
	public static synchronized EngineReport report() {
		if (engine != null) return call(TorchEngine::loadedReport);
		final EngineReport found = EngineSearch.search();
		return failure == null ? found : new EngineReport(
			EngineReport.State.BROKEN, found.version(), found.path(), found.bytes(),
			false, failure.getMessage());
	}

	private static EngineReport loadedReport() {
		final Path folder = Path.of(LibUtils.getLibtorchPath());
		return new EngineReport(EngineReport.State.LOADED, engine.getVersion(),
			folder, size(folder), hasGpu(), "PyTorch " + engine.getVersion() +
				" is loaded.");
	}

	static long size(final Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.mapToLong(f -> f.toFile().length()).sum();
		}
		catch (final IOException exc) {
			return 0;
		}
	}
}
