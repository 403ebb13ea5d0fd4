package sc.fiji.tinybeauty.plugin.makeup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.Strengths;
import sc.fiji.tinybeauty.plugin.image.PhotoStack;
import sc.fiji.tinybeauty.plugin.image.Samples;
import sc.fiji.tinybeauty.plugin.image.Samples.Kind;

/** Every kind of image in, every kind of output: what comes back is as stated. */
class KindsTest {

	private static MakeupSettings settings(final double strength) {
		return new MakeupSettings("fake", new Strengths(strength, 1, 1, 1),
			FaceSelection.ALL, Search.NORMAL, DeviceChoice.AUTO);
	}

	private static MakeupResult run(final ImagePlus image, final double strength,
		final OutputKind output)
	{
		return new MakeupJob(new FakeMaker(), Progress.NONE).run(image, settings(
			strength), output);
	}

	private static Stream<Arguments> all() {
		return Stream.of(Kind.values()).flatMap(k -> Stream.of(OutputKind.values())
			.map(o -> Arguments.of(k, o)));
	}

	@ParameterizedTest
	@MethodSource("all")
	void keepsWhatBelongsToTheImage(final Kind kind, final OutputKind output) {
		final ImagePlus image = Samples.of(kind);
		final int before = Samples.hash(image);
		final MakeupResult made = run(image, 1, output);
		assertEquals(before, Samples.hash(image), "the original was touched");
		assertEquals(new PhotoStack(image).size(), made.rows().size());
		final ImagePlus result = made.image();
		assertEquals(0.25, result.getCalibration().pixelWidth);
		assertEquals("mm", result.getCalibration().getUnit());
		assertEquals("taken for a test", result.getInfoProperty());
		assertEquals("none", result.getProp("Camera"));
		assertEquals(image.getRoi(), result.getRoi());
		assertNotNull(result.getOverlay());
		assertEquals("mark", result.getOverlay().get(0).getName());
	}

	@ParameterizedTest
	@MethodSource("all")
	void hasTheStatedShape(final Kind kind, final OutputKind output) {
		final ImagePlus image = Samples.of(kind);
		final ImagePlus result = run(image, 1, output).image();
		final int c = kind.threeChannels() ? 1 : image.getNChannels();
		final int z = image.getNSlices(), t = image.getNFrames();
		final int[] stated = switch (output) {
			case OVERLAY, IMAGE -> new int[] { image.getNChannels(), z, t };
			case SLICES -> new int[] { image.getNChannels(), 2 * z, t };
			case CHANNELS -> new int[] { 6, c * z, t };
			case RESIDUAL -> new int[] { 3, c * z, t };
		};
		assertArrayEquals(stated, new int[] { result.getNChannels(), result
			.getNSlices(), result.getNFrames() });
		final int bits = switch (output) {
			case OVERLAY -> image.getBitDepth();
			case IMAGE, SLICES -> kind.threeChannels() ? image.getBitDepth() : 24;
			case CHANNELS -> kind.threeChannels() ? image.getBitDepth() : 8;
			case RESIDUAL -> 32;
		};
		assertEquals(bits, result.getBitDepth());
	}

	@ParameterizedTest
	@EnumSource
	void changesTheFaceAndNothingElse(final Kind kind) {
		final ImagePlus image = Samples.of(kind);
		final ImagePlus bare = run(image, 0, OutputKind.IMAGE).image();
		final ImagePlus made = run(image, 1, OutputKind.IMAGE).image();
		for (int i = 1; i <= made.getStackSize(); i++) {
			final ImageProcessor a = bare.getStack().getProcessor(i), b = made
				.getStack().getProcessor(i);
			assertEquals(a.get(3, 3), b.get(3, 3), "outside of the face");
			assertNotEquals(Samples.pixels(bare, i), Samples.pixels(made, i));
			assertEquals(image.getStack().getSliceLabel(i), made.getStack()
				.getSliceLabel(i));
		}
		if (!kind.threeChannels()) return;
		for (int i = 1; i <= bare.getStackSize(); i++)
			assertEquals(Samples.pixels(image, i), Samples.pixels(bare, i),
				"strength 0 gives back the very same values, not a number included");
		assertArrayEquals(Stream.of(image.getLuts()).mapToDouble(l -> l.max)
			.toArray(), Stream.of(made.getLuts()).mapToDouble(l -> l.max).toArray());
	}

	@ParameterizedTest
	@EnumSource
	void addsWhatTheResidualSays(final Kind kind) {
		final ImagePlus image = Samples.of(kind);
		final ImagePlus residual = run(image, 0.5, OutputKind.RESIDUAL).image();
		final int x = Samples.WIDTH / 2, y = Samples.HEIGHT * 2 / 3;
		for (int c = 0; c < 3; c++)
			assertEquals(FakeMaker.added((double) x / Samples.WIDTH, (double) y /
				Samples.HEIGHT, c, new Strengths(0.5, 1, 1, 1)), residual.getStack()
					.getProcessor(c + 1).getf(x, y), 1e-6);
	}

	@ParameterizedTest
	@EnumSource
	void putsOriginalAndResultSideBySide(final Kind kind) {
		final ImagePlus image = Samples.of(kind);
		final ImagePlus made = run(image, 1, OutputKind.IMAGE).image();
		final ImagePlus slices = run(image, 1, OutputKind.SLICES).image();
		final int per = image.getNChannels();
		for (int i = 0; i < made.getStackSize(); i++) {
			final int pair = i / per * 2 * per + i % per + 1;
			assertTrue(slices.getStack().getSliceLabel(pair).startsWith("original"));
			assertTrue(slices.getStack().getSliceLabel(pair + per).startsWith(
				"makeup"));
			assertEquals(Samples.pixels(made, i + 1), Samples.pixels(slices, pair +
				per));
		}
	}
}
