package sc.fiji.tinybeauty.models.face;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.RgbPlane;
import sc.fiji.tinybeauty.ops.image.RgbPlanes;

/**
 * Five synthetic faces (SFHQ, see NOTICE), aligned 256-px crops, from light to
 * dark skin.
 */
public final class TestFaces {

	/** Names of the faces. */
	public static final List<String> NAMES = List.of("light", "intermediate",
		"tan", "brown", "dark");

	private TestFaces() {}

	/**
	 * @param name one of {@link #NAMES}
	 * @return the picture
	 */
	public static RgbPlane read(final String name) {
		try (InputStream in = TestFaces.class.getResourceAsStream(name + ".png")) {
			final BufferedImage image = ImageIO.read(in);
			final int w = image.getWidth(), h = image.getHeight();
			return RgbPlanes.argb(image.getRGB(0, 0, w, h, null, 0, w), w, h);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** @return a grey picture */
	static RgbPlane canvas(final int w, final int h) {
		final Img<FloatType> image = FloatImages.create(w, h, 3);
		image.forEach(v -> v.set(0.45f));
		return RgbPlanes.tensor(image);
	}

	/**
	 * Pastes a face.
	 *
	 * @param name one of {@link #NAMES}
	 * @param cx where the crop's centre goes, x
	 * @param cy where the crop's centre goes, y
	 * @param side side of the pasted crop; its face is about half as long
	 * @param degrees rotation, clockwise
	 * @param photo is written
	 * @return from the crop's to the photo's coordinates
	 */
	static Similarity paste(final String name, final double cx, final double cy,
		final double side, final double degrees, final RgbPlane photo)
	{
		final Similarity toPhoto = Similarity.squareTo(cx, cy, side, Math.toRadians(
			degrees), 256);
		final int w = photo.width(), h = photo.height();
		final Img<FloatType> moved = FloatImages.create(w, h, 3);
		Crops.crop(read(name), toPhoto.inverse(), moved);
		final RgbPlane source = RgbPlanes.tensor(moved);
		final float[] pixel = new float[3];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				if (Math.hypot(x + 0.5 - cx, y + 0.5 - cy) > side / 2) continue;
				source.read(x, y, 1, pixel);
				photo.write(x, y, 1, pixel);
			}
		return toPhoto;
	}
}
