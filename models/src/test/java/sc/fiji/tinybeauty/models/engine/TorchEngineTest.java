package sc.fiji.tinybeauty.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.graph.GraphBuilder;

class TorchEngineTest {

	/** Inside ImageJ a thread may know no loader, or another plugin's. */
	@Test
	void worksFromThreadsWithForeignContextClassLoaders()
		throws InterruptedException
	{
		final ClassLoader foreign = new URLClassLoader(new URL[0], null);
		for (final ClassLoader loader : new ClassLoader[] { null, foreign }) {
			final AtomicReference<Object> result = new AtomicReference<>();
			final Thread thread = new Thread(() -> {
				try {
					result.set(relu(-1) + relu(2));
				}
				catch (final RuntimeException | LinkageError exc) {
					result.set(exc);
				}
				if (Thread.currentThread().getContextClassLoader() != loader) result.set(
					"the loader was not put back");
			});
			thread.setContextClassLoader(loader);
			thread.start();
			thread.join();
			assertEquals(2f, result.get());
		}
	}

	private static float relu(final float x) {
		final GraphBuilder g = new GraphBuilder();
		g.output(g.relu(g.input("x", 1)));
		try (TorchFunction f = TorchFunction.load(g.build(), Map.of(),
			TorchEngine.device(DeviceChoice.CPU)))
		{
			return f.apply(1, new float[] { x })[0][0];
		}
	}

	@Test
	void loaderIsPutBackAfterAnException() {
		final ClassLoader before = Thread.currentThread().getContextClassLoader();
		assertThrows(IllegalStateException.class, () -> TorchEngine.run(() -> {
			throw new IllegalStateException();
		}));
		assertSame(before, Thread.currentThread().getContextClassLoader());
	}

	@Test
	void staysOfflineAndSilent() {
		TorchEngine.ensureLoaded();
		assertEquals("true", System.getProperty("ai.djl.offline"));
		assertEquals("true", System.getProperty("OPT_OUT_TRACKING"));
		final EngineReport report = TorchEngine.report();
		assertEquals(EngineReport.State.LOADED, report.state());
		assertTrue(report.version().matches("\\d+\\.\\d+\\.\\d+"), report.version());
		assertTrue(report.bytes() > 10_000_000, "size " + report.bytes());
	}

	@Test
	void gpuIsUsedOrRefusedNeverReplaced() {
		assertEquals("cpu", TorchEngine.name(TorchEngine.device(DeviceChoice.CPU)));
		if (TorchEngine.report().gpu()) {
			assertEquals("gpu0", TorchEngine.name(TorchEngine.device(DeviceChoice.GPU)));
		}
		else {
			final String message = assertThrows(IllegalStateException.class,
				() -> TorchEngine.device(DeviceChoice.GPU)).getMessage();
			assertTrue(message.contains("no GPU") && message.contains("device=cpu"));
			assertEquals("cpu", TorchEngine.name(TorchEngine.device(DeviceChoice.AUTO)));
		}
	}

	@Test
	void choicesAreParsed() {
		assertEquals(DeviceChoice.GPU, DeviceChoice.parse(" Gpu"));
		final String message = assertThrows(IllegalArgumentException.class,
			() -> DeviceChoice.parse("tpu")).getMessage();
		assertTrue(message.contains("tpu") && message.contains("auto, cpu or gpu"));
	}

	@Test
	void intelMacsGetOneSentence() {
		assertTrue(Platform.of("Mac OS X", "x86_64").unsupported().contains(
			"Intel Macs"));
		assertNull(Platform.of("Mac OS X", "aarch64").unsupported());
		assertNull(Platform.of("Windows 11", "amd64").unsupported());
		assertNull(Platform.of("Linux", "amd64").unsupported());
		assertTrue(Platform.of("Linux", "riscv64").unsupported().contains(
			"linux-riscv64"));
	}

	@Test
	void halfTheCoresAtMostFour() {
		assertEquals(1, TorchEngine.defaultThreads(1));
		assertEquals(1, TorchEngine.defaultThreads(2));
		assertEquals(2, TorchEngine.defaultThreads(4));
		assertEquals(4, TorchEngine.defaultThreads(64));
	}
}
