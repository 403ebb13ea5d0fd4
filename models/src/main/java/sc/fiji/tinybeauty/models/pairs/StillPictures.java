package sc.fiji.tinybeauty.models.pairs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.evaluate.FrameReader;
import sc.fiji.tinybeauty.models.evaluate.Frames;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

/**
 * Reads single pictures by the Java library alone, at 8 bits, for programs
 * without ImageJ: PNG, JPEG, TIFF and BMP. What a camera noted about its
 * orientation is not looked at.
 */
public final class StillPictures implements FrameReader {

	@Override
	public boolean isPicture(final Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(
			PlainPairs.PICTURE);
	}

	@Override
	public Frames read(final Path file) throws IOException {
		final RgbPicture picture = RgbPicture.read(file);
		final float[] planar = InterleavedRgb.planar(picture.rgb());
		return new Frames() {

			@Override
			public int size() {
				return 1;
			}

			@Override
			public RandomAccessibleInterval<FloatType> get(final int i) {
				return ArrayImgs.floats(planar, picture.width(), picture.height(), 3);
			}
		};
	}
}
