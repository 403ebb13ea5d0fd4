package sc.fiji.tinybeauty.plugin.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.plugin.makeup.FakeMaker;
import sc.fiji.tinybeauty.plugin.makeup.MakeupSettings;
import sc.fiji.tinybeauty.plugin.makeup.Progress;
import sc.fiji.tinybeauty.plugin.photo.PhotoFormat;

/** Folders: what is in them, what comes out, and what must never happen. */
class FolderMakeupTest {

	@TempDir
	private Path folder;
	private Path in;
	private Path out;

	@BeforeEach
	void folders() throws IOException {
		// blanks, accents and other scripts are what users' folders are made of
		in = Files.createDirectory(folder.resolve("in é 中"));
		out = folder.resolve("results of today");
	}

	private FolderReport run(final Path to, final PhotoFormat format,
		final Progress progress) throws IOException
	{
		return new FolderMakeup(new FakeMaker(), progress).run(new FolderOrder(in, to,
			new MakeupSettings("fake", Strengths.ONE, FaceSelection.ALL,
				Search.NORMAL, DeviceChoice.AUTO), format));
	}

	private void photo(final String name, final int color) throws IOException {
		final BufferedImage picture = new BufferedImage(40, 30,
			BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 1200; i++)
			picture.setRGB(i % 40, i / 40, color);
		final String format = name.substring(name.lastIndexOf('.') + 1);
		if (format.startsWith("tif")) new FileSaver(new ImagePlus("a",
			new ColorProcessor(picture))).saveAsTiff(in.resolve(name).toString());
		else ImageIO.write(picture, format.equals("jpeg") ? "jpg" : format, in
			.resolve(name).toFile());
	}

	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void hundredPhotographsWithThreeBrokenOnes() throws IOException {
		final String[] endings = { "jpg", "png", "tif", "gif", "bmp", "jpeg",
			"tiff" };
		for (int i = 0; i < 97; i++)
			photo("photo" + i + "." + endings[i % 7], 0xb08070 + i);
		Files.write(in.resolve("broken1.jpg"), new byte[0]);
		Files.write(in.resolve("broken2.png"), new byte[500]);
		final byte[] whole = Files.readAllBytes(in.resolve("photo2.tif"));
		Files.write(in.resolve("broken3.tif"), java.util.Arrays.copyOf(whole,
			whole.length / 2));
		Files.writeString(in.resolve("notes.txt"), "no photograph");
		final FolderReport report = run(out, PhotoFormat.PNG, Progress.NONE);
		assertEquals(97, report.written());
		assertEquals(3, report.failed());
		final List<String> results = names(out);
		assertEquals(98, results.size());
		assertTrue(results.contains("results.csv"));
		final List<String> lines = Files.readAllLines(report.csv());
		assertEquals(
			"image,slice,face,x,y,w,h,confidence,style,device,ms,status,reason", lines
				.get(0));
		assertEquals(101, lines.size());
		assertEquals(97, lines.stream().filter(l -> l.endsWith(",cpu,1.50,ok,"))
			.count());
		for (int i = 1; i <= 3; i++) {
			final String start = "broken" + i + ".";
			assertEquals(1, lines.stream().filter(l -> l.startsWith(start) && l
				.contains(",failed,")).count());
		}
	}

	@Test
	void keepsResultsOfEqualNamesApart() {
		final Map<String, String> names = OutputNames.of(List.of("a.jpg", "a.jpg.png",
			"A.png", "b.tif", "c.x.png"), "png");
		assertEquals(5, names.values().stream().map(String::toLowerCase).distinct()
			.count());
		assertEquals("b.png", names.get("b.tif"));
		assertEquals("c.x.png", names.get("c.x.png"));
		assertEquals(Map.of("a.jpg", "a.jpg.tif", "a.png", "a.png.tif"), OutputNames
			.of(List.of("a.jpg", "a.png"), "tif"));
	}

	@Test
	void refusesItsOwnFolder() throws IOException {
		photo("a.png", 0x808080);
		final Path link = Files.createSymbolicLink(folder.resolve("link"), in);
		for (final Path same : List.of(in, in.resolve(".").resolve("..").resolve(in
			.getFileName()), link))
		{
			assertTrue(assertThrows(IllegalArgumentException.class, () -> run(same,
				PhotoFormat.PNG, Progress.NONE)).getMessage().contains("same folder"));
		}
		assertEquals(List.of("a.png"), names(in));
	}

	@Test
	void saysWhatIsWrongWithAFolder() throws IOException {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> run(out,
			PhotoFormat.PNG, Progress.NONE)).getMessage().contains("holds no"));
		photo("a.png", 0x808080);
		final Path file = Files.createFile(folder.resolve("file"));
		assertTrue(assertThrows(IOException.class, () -> run(file, PhotoFormat.PNG,
			Progress.NONE)).getMessage().contains("is a file"));
	}

	@Test
	void writesNothingForAPhotographWithoutAFace() throws IOException {
		photo("black.png", 0);
		photo("face.png", 0x808080);
		Files.createDirectory(out);
		Files.writeString(out.resolve("black.jpg"), "of an earlier run");
		final FolderReport report = run(out, PhotoFormat.JPG, Progress.NONE);
		assertEquals(List.of("face.jpg", "results.csv"), names(out));
		assertEquals(1, report.withoutFace());
		assertEquals(0, report.failed());
		assertTrue(Files.readString(report.csv()).contains(
			",no face,\"No face was found"), Files.readString(report.csv()));
	}

	@Test
	void keepsStacksInTiffOnly() throws IOException {
		final ImagePlus stack = IJ.createImage("a", "RGB white", 40, 30, 3);
		new FileSaver(stack).saveAsTiffStack(in.resolve("a.tif").toString());
		final FolderReport report = run(out, PhotoFormat.PNG, Progress.NONE);
		assertEquals(1, report.failed());
		assertTrue(report.rows().get(report.rows().size() - 1).reason().contains(
			"format=tiff"));
		assertEquals(1, run(out, PhotoFormat.TIFF, Progress.NONE).written());
		assertEquals(3, IJ.openImage(out.resolve("a.tif").toString())
			.getStackSize());
	}

	@Test
	void stopsBetweenFilesWhenCancelled() throws IOException {
		for (int i = 0; i < 5; i++)
			photo("p" + i + ".png", 0x909090);
		final Progress impatient = new Progress() {

			private int shown;

			@Override
			public void show(final int done, final int total, final String what) {
				shown++;
			}

			@Override
			public boolean isCanceled() {
				return shown > 2;
			}
		};
		assertThrows(CancellationException.class, () -> run(out, PhotoFormat.PNG,
			impatient));
		assertEquals(List.of("p0.png", "p1.png", "results.csv"), names(out));
		assertEquals(3, Files.readAllLines(out.resolve("results.csv")).size());
	}

	@Test
	void anUnknownStyleIsNoFaultOfAPhotograph() throws IOException {
		photo("a.png", 0x808080);
		final FolderOrder order = new FolderOrder(in, out, new MakeupSettings(
			"absent", Strengths.ONE, FaceSelection.ALL, Search.NORMAL,
			DeviceChoice.AUTO), PhotoFormat.PNG);
		assertThrows(IllegalArgumentException.class, () -> new FolderMakeup(
			new FakeMaker(), Progress.NONE).run(order));
		assertFalse(Files.exists(out.resolve("results.csv")));
	}
}
