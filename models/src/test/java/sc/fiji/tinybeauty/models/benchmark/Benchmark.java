package sc.fiji.tinybeauty.models.benchmark;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import javax.imageio.ImageIO;

import ai.onnxruntime.OrtException;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.face.TestFaces;
import sc.fiji.tinybeauty.models.graph.FoldedNetwork;
import sc.fiji.tinybeauty.models.makeup.FaceResidual;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.MakeupTool;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * Measures the fast path against ONNX Runtime; how to run it is in {@code
 * models/docs/speed.md}. Threads are chosen before an engine loads, so each number
 * of threads has a program of its own.
 */
public final class Benchmark {

	private static final int TURNS = 200;

	private Benchmark() {}

	/** @param args nothing, or a number of threads for the part that uses them */
	public static void main(final String[] args) throws IOException,
		InterruptedException, OrtException
	{
		if (args.length == 0) {
			machine();
			for (int threads = 1; threads <= 2; threads++) fork(threads);
			return;
		}
		final int threads = Integer.parseInt(args[0]);
		System.out.println("\n" + threads + " thread" + (threads > 1 ? "s" : ""));
		final Style style = Styles.byNameOrFile(Styles.shipped().get(0));
		network(style, threads);
		photographs(style);
		status();
	}

	private static void machine() throws IOException {
		final Path cpus = Path.of("/proc/cpuinfo"), load = Path.of("/proc/loadavg");
		if (Files.exists(cpus)) Files.readAllLines(cpus).stream().filter(l -> l
			.startsWith("model name")).limit(1).forEach(System.out::println);
		System.out.println(System.getProperty("os.name") + " " + System.getProperty(
			"os.arch") + ", Java " + System.getProperty("java.version") + ", " + Runtime
				.getRuntime().availableProcessors() + " processors" + (Files.exists(load)
					? ", load " + Files.readString(load).strip() : ""));
	}

	private static void fork(final int threads) throws IOException,
		InterruptedException
	{
		final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-Xmx1g",
			"-Djava.awt.headless=true", "-Dai.djl.pytorch.num_threads=" + threads,
			"-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + threads, "-cp",
			System.getProperty("java.class.path"), Benchmark.class.getName(), Integer
				.toString(threads));
		builder.redirectErrorStream(true);
		final Process process = builder.start();
		process.inputReader().lines().filter(l -> !l.contains("SLF4J")).forEach(
			System.out::println);
		if (process.waitFor() != 0) throw new IllegalStateException(
			"The benchmark with " + threads + " threads failed.");
	}

	private static void network(final Style style, final int threads)
		throws OrtException
	{
		final FoldedNetwork folded = FoldedNetwork.of(TinyBeauty.graph(), style
			.weights());
		final float[] image = new float[3 * TinyBeauty.SIZE * TinyBeauty.SIZE];
		final Random random = new Random(1);
		for (int i = 0; i < image.length; i++) image[i] = random.nextFloat();
		final TorchFunction torch = TorchFunction.load(TinyBeauty.graph(), style
			.weights(), TorchEngine.device(DeviceChoice.CPU));
		final TorchFunction.Binding binding = torch.bind(1);
		binding.input(0).asFloatBuffer().put(image);
		final OnnxNetwork quiet = new OnnxNetwork(folded, threads, false);
		final OnnxNetwork spinning = new OnnxNetwork(folded, threads, true);
		quiet.set(image);
		spinning.set(image);
		binding.run();
		quiet.run();
		difference(binding, quiet);
		new Timings().add("network 256x256, PyTorch" + (torch.isPacked() ? ", packed"
			: ", portable"), binding::run).add("ONNX Runtime, not spinning", quiet::run)
			.add("ONNX Runtime, spinning", spinning::run).run(TURNS);
		binding.close();
		torch.close();
	}

	private static void difference(final TorchFunction.Binding binding,
		final OnnxNetwork rival)
	{
		final float[] other = rival.get();
		float largest = 0;
		for (int i = 0; i < other.length; i++) largest = Math.max(largest, Math.abs(
			other[i] - binding.output(0).asFloatBuffer().get(i)));
		System.out.println("  largest difference of the two residuals: " + largest);
	}

	private static void photographs(final Style style) throws IOException {
		final RgbPlane crop = TestFaces.read("tan");
		final int[] pixels = new int[4000 * 3000];
		final RgbPlane photo = photograph(pixels, 4000, 3000, 1200);
		try (FaceFinder finder = FaceFinder.open(DeviceChoice.CPU); MakeupTool tool =
			MakeupTool.open(style, DeviceChoice.CPU))
		{
			tool.warm();
			new Timings().add("mesh of one aligned face", () -> finder.whole(crop)).add(
				"detector and mesh, 256x256 photograph", () -> finder.find(crop,
					Search.NORMAL, null)).add("one face end to end, 256x256", () -> apply(tool,
						crop, new int[256 * 256], 256)).run(30);
			System.out.println("  faces found in the photograph: " + finder.find(photo,
				Search.NORMAL, null).size());
			new Timings().add("detector and mesh, 12-megapixel photograph", () -> finder
				.find(photo, Search.NORMAL, null)).add("12-megapixel photograph end to end",
					() -> apply(tool, photo, pixels.clone(), 4000)).run(12);
		}
	}

	/** One enlarged face on black; the face itself is about {@code side} high. */
	private static RgbPlane photograph(final int[] pixels, final int width,
		final int height, final int side) throws IOException
	{
		final BufferedImage image = new BufferedImage(width, height,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = image.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		g.drawImage(ImageIO.read(TestFaces.class.getResource("tan.png")), (width -
			2 * side) / 2, (height - 2 * side) / 2, 2 * side, 2 * side, null);
		g.dispose();
		final int[] data = ((DataBufferInt) image.getRaster().getDataBuffer())
			.getData();
		System.arraycopy(data, 0, pixels, 0, pixels.length);
		return RgbPlanes.argb(pixels, width, height);
	}

	private static void apply(final MakeupTool tool, final RgbPlane photo,
		final int[] result, final int width)
	{
		final List<FaceResidual> faces = tool.residuals(photo, FaceSelection.ALL,
			Search.NORMAL, null);
		if (faces.size() != 1) throw new IllegalStateException("Found " + faces
			.size() + " faces.");
		tool.composite(photo, faces, Strengths.ONE, RgbPlanes.argb(result, width,
			result.length / width));
	}

	private static void status() throws IOException {
		final Path status = Path.of("/proc/self/status");
		if (Files.exists(status)) Files.readAllLines(status).stream().filter(l -> l
			.startsWith("VmHWM")).forEach(l -> System.out.printf(Locale.ROOT,
				"  peak resident memory %s (with ONNX Runtime in the same program)%n", l
					.substring(6).strip()));
	}
}
