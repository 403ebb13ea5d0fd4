package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.pairs.PairSetCard;
import sc.fiji.tinybeauty.models.pairs.PairSetWriter;
import sc.fiji.tinybeauty.models.pairs.Provenance;
import sc.fiji.tinybeauty.models.train.EyeMask;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.image.InterleavedRgb;
import sc.fiji.tinybeauty.ops.region.Polygons;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/**
 * Writes a pair of every bare face, made up by a program, as a set of pairs;
 * goes on where it was interrupted.
 */
public final class MadePairs {

	private static final int BATCH = 16;

	private MadePairs() {}

	/** Puts make-up on; must be safe for several threads. */
	public interface Maker {

		/**
		 * @param bare axes X,Y,C in memory, 0..1; not to be changed
		 * @param landmarks in crop coordinates
		 * @param index number of the face
		 * @return the made-up picture of the same form
		 */
		float[] make(float[] bare, Landmarks landmarks, int index);
	}

	/**
	 * Writes the pairs that are missing.
	 *
	 * @param folder receives the set
	 * @param settings everything that the make-up depends on
	 * @param faces the bare faces
	 * @param maker makes them up
	 * @param progress is told
	 * @return the set
	 * @throws IOException if a face cannot be read or the set not be written, or
	 *           the folder holds one of other settings
	 * @throws CancellationException if the listener said so; the same call goes on
	 */
	public static PairSet write(final Path folder,
		final Map<String, String> settings, final List<FaceFile> faces,
		final Maker maker, final StyleProgress progress) throws IOException
	{
		try (PairSetWriter writer = PairSetWriter.open(folder, new PairSetCard(faces
			.size(), "", settings), BATCH))
		{
			while (writer.next() > 0) {
				final int done = writer.done();
				progress.show(done, faces.size(), "Making pairs up");
				if (progress.canceled()) throw new CancellationException(
					"Cancelled; the same settings go on where it stopped.");
				writer.write(IntStream.range(done, done + writer.next()).parallel()
					.mapToObj(i -> sample(faces.get(i), i, maker)).toList());
			}
			return writer.finish(List.of());
		}
	}

	private static PairSetWriter.Sample sample(final FaceFile face,
		final int index, final Maker maker)
	{
		try {
			final byte[] bare = face.pixels().read();
			final byte[] made = InterleavedRgb.of(maker.make(InterleavedRgb.planar(
				bare), face.landmarks(), index));
			final String name = String.format("%05d", index + 1);
			final PairEntry known = PairEntry.annotated(name).withMasks(true);
			return new PairSetWriter.Sample(new PairEntry(name, known.bare(), known
				.made(), known.masks(), index, face.name(), List.of(), 1, Double.NaN, face
					.licence(), "", Provenance.AMPLIFIED, false), new PairPictures(
						FaceCrop.SIZE, FaceCrop.SIZE, bare, made, masks(face.landmarks())));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e.getMessage(), e);
		}
	}

	/** Lips, lids and lashes, face oval as red, green, blue. */
	private static byte[] masks(final Landmarks face) {
		final int n = FaceCrop.SIZE;
		final float[] lips = Polygons.fill(n, n, RegionMasks.lips(face), RegionMasks
			.mouth(face)).update(null).getCurrentStorageArray();
		final float[] oval = Polygons.fill(n, n, RegionMasks.face(face, 1)).update(
			null).getCurrentStorageArray();
		final byte[] eyes = EyeMask.of(face), masks = new byte[3 * n * n];
		for (int i = 0; i < n * n; i++) {
			masks[3 * i] = (byte) Math.round(255 * lips[i]);
			masks[3 * i + 1] = eyes[i];
			masks[3 * i + 2] = (byte) Math.round(255 * oval[i]);
		}
		return masks;
	}
}
