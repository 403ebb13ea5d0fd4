package sc.fiji.tinybeauty.models.makeup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

class MakeupToolTest {

	private static final int W = 900, H = 500;
	private static MakeupTool tool;
	private static int[] pixels;

	@BeforeAll
	static void open() throws IOException {
		tool = MakeupTool.open(StyleTest.style("test"), DeviceChoice.CPU);
		tool.warm();
		pixels = scene(0, 0);
	}

	@AfterAll
	static void close() {
		tool.close();
	}

	/** A large face at the left, a small one at the right, on grey. */
	private static int[] scene(final double shift, final double noise)
		throws IOException
	{
		final BufferedImage scene = new BufferedImage(W, H,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = scene.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		g.fillRect(0, 0, W, H);
		draw(g, "light", 40 + shift, 30, 430);
		draw(g, "dark", 600, 150, 230);
		g.dispose();
		final int[] argb = ((DataBufferInt) scene.getRaster().getDataBuffer())
			.getData();
		final Random random = new Random(Math.round(1000 * shift));
		for (int i = 0; i < argb.length; i++) {
			int p = 0xff;
			for (int s = 16; s >= 0; s -= 8)
				p = p << 8 | (int) Math.max(0, Math.min(255, (argb[i] >> s & 0xff) +
					noise * random.nextGaussian()));
			argb[i] = p;
		}
		return argb;
	}

	private static void draw(final Graphics2D g, final String name,
		final double x, final double y, final int size) throws IOException
	{
		final BufferedImage face = ImageIO.read(MakeupToolTest.class.getResource(
			"/sc/fiji/tinybeauty/models/face/" + name + ".png"));
		g.translate(x, y);
		g.drawImage(face, 0, 0, size, size, null);
		g.translate(-x, -y);
	}

	private static RgbPlane plane(final int[] argb) {
		return RgbPlanes.argb(argb, W, H);
	}

	private static List<FaceResidual> find(final FaceSelection faces) {
		return tool.residuals(plane(pixels), faces, Search.NORMAL, null);
	}

	@Test
	void everyFaceIsFoundLargestFirst() {
		final List<FaceResidual> all = find(FaceSelection.ALL);
		assertEquals(2, all.size());
		assertTrue(all.get(0).face().x() < 450 && all.get(1).face().x() > 550);
		assertEquals(1, find(FaceSelection.LARGEST).size());
		assertEquals(all.get(0).face().x(), find(FaceSelection.LARGEST).get(0).face()
			.x(), 1e-3);
		for (final FaceResidual face : all) {
			assertEquals("cpu", face.device());
			assertTrue(face.millis() > 0);
			assertEquals(1, face.regionMasks().getAt(128, 128, 0).get() + face
				.regionMasks().getAt(128, 128, 1).get() + face.regionMasks().getAt(128,
					128, 2).get(), 1e-5);
		}
	}

	@Test
	void aRegionRestrictsTheSearch() {
		final List<FaceResidual> right = tool.residuals(plane(pixels),
			FaceSelection.ROI, Search.NORMAL, FinalInterval.createMinSize(560, 100, 320,
				320));
		assertEquals(1, right.size());
		assertTrue(right.get(0).face().x() > 550);
		assertThrows(IllegalArgumentException.class, () -> find(FaceSelection.ROI));
	}

	@Test
	void strengthZeroIsTheIdenticalPicture() {
		final int[] made = pixels.clone();
		final List<FaceResidual> faces = find(FaceSelection.ALL);
		tool.composite(plane(pixels), faces, new Strengths(0, 1, 1, 1), plane(made));
		assertArrayEquals(pixels, made);
		tool.composite(plane(pixels), faces, new Strengths(1, 0, 0, 0), plane(made));
		assertArrayEquals(pixels, made);
	}

	@Test
	void facesChangeAndNothingElseDoes() {
		final List<FaceResidual> faces = find(FaceSelection.ALL);
		final int[] made = pixels.clone();
		tool.composite(plane(pixels), faces, Strengths.ONE, plane(made));
		int changed = 0;
		for (int i = 0; i < made.length; i++) {
			if (made[i] == pixels[i]) continue;
			changed++;
			final double x = i % W + 0.5, y = i / W + 0.5;
			assertTrue(faces.stream().map(f -> f.cropToPhoto().inverse()).anyMatch(
				t -> t.x(x, y) >= 0 && t.y(x, y) >= 0 && t.x(x, y) <= 256 && t.y(x,
					y) <= 256), "outside at " + x + "," + y);
		}
		assertTrue(changed > 5000, "changed " + changed);
	}

	@Test
	void theResidualImageIsWhatCompositingAdds() {
		final List<FaceResidual> faces = find(FaceSelection.LARGEST);
		final Strengths strengths = new Strengths(1, 2, 0.5, 1);
		final int[] made = pixels.clone();
		tool.composite(plane(pixels), faces, strengths, plane(made));
		final RandomAccessibleInterval<FloatType> residual = tool.residualImage(
			plane(pixels), faces, strengths);
		assertArrayEquals(new long[] { W, H, 3 }, residual.dimensionsAsLongArray());
		for (int i = 0; i < made.length; i += 7)
			for (int c = 0; c < 3; c++) {
				final int shift = 16 - 8 * c;
				assertEquals((made[i] >> shift & 0xff) - (pixels[i] >> shift & 0xff),
					255 * residual.getAt(i % W, i / W, c).get(), 0.51);
			}
	}

	@Test
	void aWholeFrameIsTakenAsTheCrop() throws IOException {
		final BufferedImage face = ImageIO.read(getClass().getResource(
			"/sc/fiji/tinybeauty/models/face/tan.png"));
		final int w = face.getWidth(), h = face.getHeight();
		final List<FaceResidual> faces = tool.residuals(RgbPlanes.argb(face.getRGB(0,
			0, w, h, null, 0, w), w, h), FaceSelection.WHOLE, Search.NORMAL, null);
		assertEquals(1, faces.size());
		assertEquals(w / 256.0, faces.get(0).cropToPhoto().scale(), 1e-9);
		assertEquals(0, faces.get(0).cropToPhoto().x(0, 0), 1e-9);
	}

	@Test
	void noFaceIsAnEmptyListAndTinyPicturesDoNotCrash() {
		final int[] grey = new int[W * H];
		assertTrue(tool.residuals(plane(grey), FaceSelection.ALL, Search.NORMAL, null)
			.isEmpty());
		for (final int[] size : new int[][] { { 1, 1 }, { 1, 300 }, { 300, 1 } }) {
			final RgbPlane photo = RgbPlanes.argb(new int[size[0] * size[1]], size[0],
				size[1]);
			assertTrue(tool.residuals(photo, FaceSelection.ALL, Search.THOROUGH, null)
				.isEmpty());
			final String message = assertThrows(IllegalArgumentException.class,
				() -> tool.residuals(photo, FaceSelection.WHOLE, Search.NORMAL, null))
				.getMessage();
			assertTrue(message.contains("too small"), message);
		}
		tool.composite(plane(grey), List.of(), Strengths.ONE, plane(grey));
	}

	@Test
	void theLookIsSteadyOnANoisyStillScene() throws IOException {
		final FaceTracker tracker = new FaceTracker();
		final double[][] corner = new double[2][6];
		for (int i = 0; i < 6; i++) {
			final RgbPlane photo = plane(scene(0.001 * i, 6));
			final List<FaceResidual> free = tool.residuals(photo,
				FaceSelection.LARGEST, Search.NORMAL, null);
			final List<FaceResidual> tracked = tool.residuals(photo,
				FaceSelection.LARGEST, Search.NORMAL, null, tracker);
			assertFalse(free.isEmpty());
			corner[0][i] = free.get(0).cropToPhoto().x(0, 0);
			corner[1][i] = tracked.get(0).cropToPhoto().x(0, 0);
		}
		assertTrue(meanStep(corner[1]) < 0.6 * meanStep(corner[0]), meanStep(
			corner[1]) + " against " + meanStep(corner[0]));
	}

	private static double meanStep(final double[] positions) {
		double sum = 0;
		for (int i = 1; i < positions.length; i++)
			sum += Math.abs(positions[i] - positions[i - 1]);
		return sum / (positions.length - 1);
	}
}
