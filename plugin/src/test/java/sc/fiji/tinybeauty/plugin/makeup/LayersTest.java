package sc.fiji.tinybeauty.plugin.makeup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.plugin.image.PhotoStack;
import sc.fiji.tinybeauty.plugin.image.Samples;
import sc.fiji.tinybeauty.plugin.image.Samples.Kind;
import sc.fiji.tinybeauty.plugin.layer.MakeupLayer;

/** Layers show exactly the make-up, also after a TIFF file, and can be faded. */
class LayersTest {

	@TempDir
	private Path folder;

	private static ImagePlus run(final ImagePlus image, final Strengths strengths,
		final OutputKind output)
	{
		return new MakeupJob(new FakeMaker(), Progress.NONE).run(image,
			new MakeupSettings("fake", strengths, FaceSelection.ALL, Search.NORMAL,
				DeviceChoice.AUTO), output).image();
	}

	/** An image without the marks of other tests, black in one corner of the face. */
	private static ImagePlus sample(final Kind kind) {
		final ImagePlus image = Samples.of(kind);
		image.setOverlay(null);
		image.deleteRoi();
		if (kind == Kind.RGB) {
			image.getProcessor().setColor(0);
			image.getProcessor().fill(new Roi(16, 12, 12, 20));
		}
		return image;
	}

	private ImagePlus reopened(final ImagePlus image) {
		final String file = folder.resolve("layers.tif").toString();
		final FileSaver saver = new FileSaver(image);
		assertTrue(image.getStackSize() > 1 ? saver.saveAsTiffStack(file) : saver
			.saveAsTiff(file));
		return new Opener().openImage(file);
	}

	private static ColorProcessor flat(final ImagePlus image, final int photo) {
		final PhotoStack photos = new PhotoStack(image);
		image.setPosition(photos.slice(photo));
		image.updateImage();
		return image.flatten().getProcessor().convertToColorProcessor();
	}

	private static int worst(final ImageProcessor a, final ImageProcessor b) {
		int worst = 0;
		for (int i = 0; i < a.getPixelCount(); i++)
			for (int shift = 0; shift <= 16; shift += 8)
				worst = Math.max(worst, Math.abs((a.get(i) >> shift & 0xff) - (b.get(
					i) >> shift & 0xff)));
		return worst;
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "TWO_CHANNELS" })
	void showTheResultBeforeAndAfterSaving(final Kind kind) {
		final ImagePlus image = sample(kind);
		final ImagePlus expected = run(image, Strengths.ONE, OutputKind.IMAGE);
		final ImagePlus layers = run(image, Strengths.ONE, OutputKind.OVERLAY);
		final ImagePlus saved = reopened(layers);
		final PhotoStack photos = new PhotoStack(image);
		for (int i = 0; i < photos.size(); i++) {
			final ColorProcessor made = flat(expected, i);
			assertNotEquals(0, worst(flat(sample(kind), i), made));
			assertTrue(worst(flat(layers, i), made) <= 2, "photograph " + i);
			assertEquals(0, worst(flat(layers, i), flat(saved, i)));
		}
	}

	@Test
	void areOnePerRegionAndKeepTheirRegionInTiff() {
		final ImagePlus saved = reopened(run(sample(Kind.RGB), Strengths.ONE,
			OutputKind.OVERLAY));
		final List<String> regions = new ArrayList<>();
		for (final Roi layer : saved.getOverlay())
			regions.add(layer.getProperty(MakeupLayer.REGION));
		assertEquals(List.of("skin", "eyes", "lips"), regions);
	}

	@Test
	void haveNames() {
		final Overlay overlay = run(sample(Kind.RGB), Strengths.ONE,
			OutputKind.OVERLAY).getOverlay();
		assertEquals("skin", overlay.get(0).getName());
		assertEquals("eyes", overlay.get(1).getName());
		assertEquals("lips", overlay.get(2).getName());
	}

	@Test
	void opacityIsTheStrengthOfARegion() {
		final ImagePlus image = sample(Kind.RGB);
		final ImagePlus layers = reopened(run(image, Strengths.ONE,
			OutputKind.OVERLAY));
		((ImageRoi) layers.getOverlay().get(2)).setOpacity(0.5);
		final ImagePlus half = reopened(layers);
		final ColorProcessor full = flat(run(image, Strengths.ONE,
			OutputKind.IMAGE), 0), none = flat(run(image, new Strengths(1, 0, 1, 1),
				OutputKind.IMAGE), 0);
		assertTrue(worst(full, none) > 50);
		assertTrue(worst(flat(half, 0), mean(full, none)) <= 2);
	}

	private static ColorProcessor mean(final ColorProcessor a,
		final ColorProcessor b)
	{
		final ColorProcessor mean = new ColorProcessor(a.getWidth(), a
			.getHeight());
		for (int i = 0; i < a.getPixelCount(); i++)
			mean.set(i, (a.get(i) & 0xfefefe) / 2 + (b.get(i) & 0xfefefe) / 2);
		return mean;
	}

	@Test
	void areLeftOutWhereARegionHasNoStrength() {
		final Overlay overlay = run(sample(Kind.RGB), new Strengths(1, 0, 1, 0),
			OutputKind.OVERLAY).getOverlay();
		assertEquals(1, overlay.size());
		assertEquals("eyes", overlay.get(0).getName());
	}

	@Test
	void doNotTouchTheImageBelow() {
		final ImagePlus image = sample(Kind.COMPOSITE32);
		final ImagePlus layers = run(image, Strengths.ONE, OutputKind.OVERLAY);
		for (int i = 1; i <= 3; i++)
			assertEquals(Samples.pixels(image, i), Samples.pixels(layers, i));
	}
}
