package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.face.TestFaces;
import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairFolder;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;
import sc.fiji.tinybeauty.ops.image.RgbPlane;

/** Sets of pairs on disk: synthetic faces whose make-up is a red mouth. */
public final class FewPairs {

	private FewPairs() {}

	/** @return pixels of a synthetic face, interleaved */
	public static byte[] face(final String name) {
		final RgbPlane photo = TestFaces.read(name);
		final Img<FloatType> image = FloatImages.create(photo.width(), photo
			.height(), 3);
		FloatImages.copy(photo, 0, 0, image);
		return InterleavedRgb.of(FloatImages.toArray(image));
	}

	/** @return the same with a red patch where the mouth is */
	public static byte[] made(final byte[] bare) {
		final byte[] made = bare.clone();
		for (int y = 175; y < 200; y++)
			for (int x = 100; x < 156; x++) {
				final int i = 3 * (y * 256 + x);
				made[i] = (byte) Math.min(255, (made[i] & 255) + 40);
				made[i + 1] = (byte) ((made[i + 1] & 255) / 2);
			}
		return made;
	}

	/** @return a folder with a pair of every name, a to e for the first five */
	public static Path write(final Path folder, final List<String> names)
		throws IOException
	{
		for (int i = 0; i < names.size(); i++) {
			final byte[] bare = face(names.get(i));
			PairFolder.add(folder, PairEntry.annotated(Character.toString('a' + i)),
				new PairPictures(256, 256, bare, made(bare), new byte[0]));
		}
		return folder;
	}
}
