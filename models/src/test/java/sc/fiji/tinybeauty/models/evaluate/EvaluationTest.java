package sc.fiji.tinybeauty.models.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import javax.imageio.ImageIO;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/** Folders of pictures through the facade. */
class EvaluationTest {

	private static Evaluation evaluation;

	@TempDir
	private Path folder;
	private Path bare, truth, result, groups;

	@BeforeAll
	static void open() {
		evaluation = Evaluation.open(DeviceChoice.CPU);
	}

	@AfterAll
	static void close() {
		evaluation.close();
	}

	/** Three grey pictures; grey 51 = 0.2. */
	@BeforeEach
	void pictures() throws IOException {
		bare = Files.createDirectory(folder.resolve("bare"));
		truth = Files.createDirectory(folder.resolve("truth"));
		result = Files.createDirectory(folder.resolve("result"));
		groups = folder.resolve("groups.csv");
		Files.writeString(groups,
			"id,group,file\n1,light,a.jpg\n2,\"deep, warm\",b.png\n");
		for (final String name : new String[] { "a", "b", "c" }) {
			grey(bare, name, 102, 32);
			grey(truth, name, 153, 32);
		}
		grey(result, "a", 102, 32); // nothing done
		grey(result, "b", 153, 32); // perfect
	}

	private static void grey(final Path in, final String name, final int level,
		final int size) throws IOException
	{
		final BufferedImage image = new BufferedImage(size, size,
			BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < size * size; i++)
			image.setRGB(i % size, i / size, new Color(level, level, level).getRGB());
		ImageIO.write(image, "png", in.resolve(name + ".png").toFile());
	}

	private EvaluationReport run() throws IOException {
		return evaluation.run(new EvaluationOrder(bare, truth, result, groups),
			new PngReader(), (done, total, name) -> true);
	}

	@Test
	void groupsHoldMeansOfPictures() throws IOException {
		final double idle = -20 * Math.log10(0.2);
		final List<EvaluationGroup> found = run().groups();
		assertEquals(List.of("all", "deep, warm", "light"), found.stream().map(
			EvaluationGroup::name).toList());
		assertEquals(2, found.get(0).pictures());
		assertEquals((idle + 80) / 2, found.get(0).figures().get(Figure.PSNR), 1e-4);
		assertEquals(80 - idle, found.get(1).figures().get(Figure.GAIN), 1e-4);
		assertEquals(0, found.get(2).figures().get(Figure.GAIN), 1e-9);
	}

	@Test
	void aBadPictureDoesNotStopTheOthers() throws IOException {
		grey(result, "c", 153, 30);
		grey(result, "d", 153, 32);
		final EvaluationReport report = run();
		assertEquals(2, report.failed());
		assertEquals(2, report.groups().get(0).pictures());
		assertTrue(report.rows().get(2).reason().contains("size"), report.rows().get(
			2).reason());
		assertTrue(report.rows().get(3).reason().contains("\"d\""), report.rows().get(
			3).reason());
	}

	@Test
	void theTableHasAColumnPerFigure() throws IOException {
		final Path csv = folder.resolve("out.csv");
		run().write(csv);
		final List<String> lines = Files.readAllLines(csv);
		assertEquals(1 + 3 + 2, lines.size());
		assertTrue(lines.get(0).startsWith("row,file,group,count,psnr_db,"));
		assertTrue(lines.get(2).startsWith("group,,\"deep, warm\",1,80.00000,"), lines
			.get(2));
		assertTrue(lines.get(4).startsWith("picture,a.png,light,1,"), lines.get(4));
	}

	@Test
	void refusesWhatCannotBeEvaluated() throws IOException {
		Files.writeString(groups, "name,tone\na,light\n");
		assertThrows(IOException.class, this::run);
		groups = null;
		assertFalse(run().rows().isEmpty());
		assertThrows(CancellationException.class, () -> evaluation.run(
			new EvaluationOrder(bare, null, result, null), new PngReader(), (done,
				total, name) -> false));
		result = Files.createDirectory(folder.resolve("empty"));
		assertThrows(IllegalArgumentException.class, this::run);
	}

	private static final class PngReader implements FrameReader {

		@Override
		public boolean isPicture(final Path file) {
			return file.toString().endsWith(".png");
		}

		@Override
		public Frames read(final Path file) throws IOException {
			final BufferedImage image = ImageIO.read(file.toFile());
			final int w = image.getWidth(), h = image.getHeight();
			final var tensor = FloatImages.create(w, h, 3);
			FloatImages.copy(RgbPlanes.argb(image.getRGB(0, 0, w, h, null, 0, w), w,
				h), 0, 0, tensor);
			return new Frames() {

				@Override
				public int size() {
					return 1;
				}

				@Override
				public RandomAccessibleInterval<FloatType> get(final int i) {
					return tensor;
				}
			};
		}
	}
}
