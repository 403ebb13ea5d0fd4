package sc.fiji.tinybeauty.plugin.image;

import java.awt.Color;
import java.util.Arrays;
import java.util.Random;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

/** Images of every kind, with everything on them that has to survive. */
public final class Samples {

	/** Width of all of them. */
	public static final int WIDTH = 64;
	/** Height of all of them. */
	public static final int HEIGHT = 48;

	private Samples() {}

	/** The kinds, as messages of tests name them. */
	public enum Kind {
			RGB, RGB_STACK, GREY8, INDEXED, GREY16, FLOAT32, COMPOSITE8, COMPOSITE16,
			COMPOSITE32, RGB_MOVIE, COMPOSITE16_ZT, TWO_CHANNELS, GREY8_ZT, VIRTUAL;

		/** @return whether three channels make one photograph */
		public boolean threeChannels() {
			return name().startsWith("COMPOSITE");
		}
	}

	/** @return a new image of a kind, calibrated, with properties, overlay and selection */
	public static ImagePlus of(final Kind kind) {
		final ImagePlus image = plain(kind);
		image.setTitle("sample " + kind + ".png");
		final Calibration calibration = new Calibration();
		calibration.pixelWidth = 0.25;
		calibration.setUnit("mm");
		image.setCalibration(calibration);
		image.setProperty("Info", "taken for a test");
		image.setProp("Camera", "none");
		final Roi mark = new Roi(1, 2, 3, 4);
		mark.setName("mark");
		image.setOverlay(new Overlay(mark));
		image.setRoi(new Roi(2, 2, WIDTH - 4, HEIGHT - 4));
		return image;
	}

	private static ImagePlus plain(final Kind kind) {
		return switch (kind) {
			case RGB -> new ImagePlus("", rgb(1));
			case RGB_STACK -> stack(1, 3, 1, Samples::rgb);
			case RGB_MOVIE -> stack(1, 1, 3, Samples::rgb);
			case GREY8 -> new ImagePlus("", bytes(1));
			case INDEXED -> new ImagePlus("", indexed(1));
			case GREY16 -> ranged(new ImagePlus("", shorts(1)), 1000, 5000);
			case FLOAT32 -> ranged(new ImagePlus("", floats(1)), -1, 3);
			case COMPOSITE8 -> composite(stack(3, 1, 1, Samples::bytes), 10, 240);
			case COMPOSITE16 -> composite(stack(3, 1, 1, Samples::shorts), 1000,
				5000);
			case COMPOSITE32 -> composite(stack(3, 1, 1, Samples::floats), -1, 3);
			case COMPOSITE16_ZT -> composite(stack(3, 2, 2, Samples::shorts), 1000,
				5000);
			case TWO_CHANNELS -> composite(stack(2, 1, 1, Samples::bytes), 10, 240);
			case GREY8_ZT -> stack(1, 2, 2, Samples::bytes);
			case VIRTUAL -> virtual();
		};
	}

	private interface Maker {

		ImageProcessor make(int seed);
	}

	private static ImagePlus stack(final int c, final int z, final int t,
		final Maker maker)
	{
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int i = 1; i <= c * z * t; i++)
			stack.addSlice("slice " + i, maker.make(i));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(c, z, t);
		image.setOpenAsHyperStack(z > 1 && t > 1);
		return image;
	}

	private static ImagePlus virtual() {
		final VirtualStack stack = new VirtualStack(WIDTH, HEIGHT, null, null) {

			@Override
			public int getSize() {
				return 2;
			}

			@Override
			public int size() {
				return 2;
			}

			@Override
			public ImageProcessor getProcessor(final int n) {
				return rgb(n);
			}

			@Override
			public String getSliceLabel(final int n) {
				return "slice " + n;
			}

			@Override
			public int getBitDepth() {
				return 24;
			}
		};
		return new ImagePlus("", stack);
	}

	private static ImagePlus composite(final ImagePlus stack, final double min,
		final double max)
	{
		final CompositeImage image = new CompositeImage(stack,
			CompositeImage.COMPOSITE);
		final Color[] colors = { Color.RED, Color.GREEN, Color.BLUE };
		final LUT[] luts = new LUT[stack.getNChannels()];
		for (int c = 0; c < luts.length; c++) {
			luts[c] = LUT.createLutFromColor(colors[c]);
			luts[c].min = min;
			luts[c].max = max + c;
		}
		image.setLuts(luts);
		return image;
	}

	private static ImagePlus ranged(final ImagePlus image, final double min,
		final double max)
	{
		image.setDisplayRange(min, max);
		return image;
	}

	/** A grey value 0..1: a ramp with noise, over all of the range. */
	private static double value(final int x, final int y, final Random random) {
		return Math.min(1, Math.max(0, (x + y) / (double) (WIDTH + HEIGHT) + 0.1 *
			random.nextGaussian()));
	}

	private static ColorProcessor rgb(final int seed) {
		final ColorProcessor ip = new ColorProcessor(WIDTH, HEIGHT);
		final Random random = new Random(seed);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				ip.set(x, y, (int) (255 * value(x, y, random)) << 16 | (int) (255 * value(
					x, y, random)) << 8 | (int) (255 * value(y, x, random)));
		return ip;
	}

	private static ByteProcessor bytes(final int seed) {
		final ByteProcessor ip = new ByteProcessor(WIDTH, HEIGHT);
		fill(ip, seed, 0, 255);
		return ip;
	}

	private static ByteProcessor indexed(final int seed) {
		final byte[] r = new byte[256], g = new byte[256], b = new byte[256];
		for (int i = 0; i < 256; i++) {
			r[i] = (byte) i;
			g[i] = (byte) (i / 2);
			b[i] = (byte) (255 - i);
		}
		final ByteProcessor ip = bytes(seed);
		ip.setColorModel(new LUT(r, g, b));
		return ip;
	}

	private static ShortProcessor shorts(final int seed) {
		final ShortProcessor ip = new ShortProcessor(WIDTH, HEIGHT);
		fill(ip, seed, 900, 5100);
		return ip;
	}

	private static FloatProcessor floats(final int seed) {
		final FloatProcessor ip = new FloatProcessor(WIDTH, HEIGHT);
		fill(ip, seed, -1.1, 3.1);
		ip.setf(0, Float.NaN);
		ip.setf(WIDTH * (HEIGHT / 2) + WIDTH / 2, Float.NaN);
		return ip;
	}

	private static void fill(final ImageProcessor ip, final int seed,
		final double min, final double max)
	{
		final Random random = new Random(seed);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				ip.setf(x, y, (float) (min + (max - min) * value(x, y, random)));
	}

	/** @return a number that changes when anything of an image does */
	public static int hash(final ImagePlus image) {
		int hash = java.util.Objects.hash(image.getTitle(), image.getType(), image
			.getCalibration().toString(), image.getDisplayRangeMin(), image
				.getDisplayRangeMax(), System.identityHashCode(image.getOverlay()),
			image.getOverlay() == null ? 0 : image.getOverlay().size(), System
				.identityHashCode(image.getRoi()), image.getCurrentSlice(), Arrays
					.hashCode(image.getDimensions()), image.changes, Arrays.hashCode(image
						.getPropertiesAsArray()));
		for (int i = 1; i <= image.getStackSize(); i++)
			hash = 31 * hash + pixels(image, i);
		return hash;
	}

	/** @return a number that changes when a pixel of a slice does */
	public static int pixels(final ImagePlus image, final int slice) {
		final Object pixels = image.getStack().getPixels(slice) != null ? image
			.getStack().getPixels(slice) : image.getStack().getProcessor(slice)
				.getPixels();
		if (pixels instanceof byte[] b) return Arrays.hashCode(b);
		if (pixels instanceof short[] s) return Arrays.hashCode(s);
		if (pixels instanceof float[] f) return Arrays.hashCode(f);
		return Arrays.hashCode((int[]) pixels);
	}
}
