package sc.fiji.tinybeauty.plugin.photo;

import java.io.IOException;
import java.nio.file.Path;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.evaluate.FrameReader;
import sc.fiji.tinybeauty.models.evaluate.Frames;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.plugin.image.PhotoStack;

/** Reads photographs and stacks of them for measuring. */
public final class PhotoFrames implements FrameReader {

	@Override
	public boolean isPicture(final Path file) {
		return PhotoReader.isPhotoName(file);
	}

	@Override
	public Frames read(final Path file) throws IOException {
		final PhotoStack stack = new PhotoStack(PhotoReader.read(file));
		return new Frames() {

			@Override
			public int size() {
				return stack.size();
			}

			@Override
			public RandomAccessibleInterval<FloatType> get(final int i) {
				final RgbPlane photo = stack.get(i).plane();
				final var tensor = FloatImages.create(photo.width(), photo.height(), 3);
				FloatImages.copy(photo, 0, 0, tensor);
				return tensor;
			}
		};
	}
}
