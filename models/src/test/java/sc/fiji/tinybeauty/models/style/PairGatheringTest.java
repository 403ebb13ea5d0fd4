package sc.fiji.tinybeauty.models.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairFolder;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.geometry.Crops;
import sc.fiji.tinybeauty.ops.geometry.Similarity;
import sc.fiji.tinybeauty.ops.image.FloatImages;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;

/** Faces of photographs are cut out, framed alike in both pictures. */
class PairGatheringTest {

	private static final int W = 420, H = 380;

	/** @return a photograph that shows an aligned crop, turned and larger */
	private static byte[] photo(final byte[] crop) {
		final Similarity toPhoto = Similarity.squareTo(210, 180, 330, Math.toRadians(
			12), 256);
		final Img<FloatType> photo = FloatImages.create(W, H, 3);
		Crops.crop(FaceFraming.plane(crop, 256, 256), toPhoto.inverse(), photo);
		return InterleavedRgb.of(FloatImages.toArray(photo));
	}

	private static double difference(final byte[] a, final byte[] b,
		final int from, final int to)
	{
		double sum = 0;
		int n = 0;
		for (int y = from; y < to; y++)
			for (int x = from; x < to; x++)
				for (int c = 0; c < 3; c++, n++) {
					final int i = 3 * (y * 256 + x) + c;
					sum += Math.abs((a[i] & 255) - (b[i] & 255));
				}
		return sum / n;
	}

	@Test
	void facesAreCutOutAlike(@TempDir final Path folder) throws Exception {
		final byte[] bare = FewPairs.face("tan"), made = FewPairs.made(bare);
		PairFolder.add(folder, PairEntry.annotated("aligned"), new PairPictures(256,
			256, bare, made, new byte[0]));
		PairFolder.add(folder, PairEntry.annotated("photo"), new PairPictures(W, H,
			photo(bare), photo(made), new byte[0]));
		final byte[] grey = new byte[3 * 100 * 100];
		PairFolder.add(folder, PairEntry.annotated("grey"), new PairPictures(100, 100,
			grey, grey, new byte[0]));
		try (FaceFinder finder = FaceFinder.open(DeviceChoice.CPU)) {
			final PairGathering gathered = new PairGathering(PairSet.open(folder), finder,
				folder.resolve("crops")).run(StyleProgress.NONE);
			assertEquals(List.of("\"grey\" shows no face"), gathered.leftOut());
			final List<ShelfPair> pairs = gathered.pairs();
			assertEquals(2, pairs.size());
			final PairPictures whole = pairs.get(0).pictures().read(), cut = pairs.get(1)
				.pictures().read();
			assertEquals(0, difference(bare, whole.bare(), 0, 256));
			assertEquals(256, cut.width());
			final byte[] exact = new FaceFraming(FaceCrop.align(pairs.get(0).landmarks(),
				256), null).crop(bare, 256, 256);
			final double away = difference(exact, cut.bare(), 60, 200);
			assertTrue(away < 6, "the exact framing, not " + away + " grey levels off");
			final double kept = difference(bare, made, 60, 200);
			assertEquals(kept, difference(cut.bare(), cut.made(), 60, 200), 0.15 * kept,
				"the same make-up");
			assertEquals(pairs.get(0).tone(), pairs.get(1).tone());
		}
	}
}
