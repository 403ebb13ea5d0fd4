package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.pairs.Provenance;
import sc.fiji.tinybeauty.models.weights.AtomicFile;

/**
 * Takes the pairs of a folder in: aligned crops stay where they are, from other
 * photographs the largest face is cut out, framed as in the bare one. Pictures
 * are looked at one after another and not kept in memory.
 */
final class PairGathering {

	private final PairSet set;
	private final FaceFinder finder;
	private final Path crops;
	private final Map<String, String> tones = new HashMap<>();
	private final List<ShelfPair> pairs = new ArrayList<>();
	private final List<String> leftOut = new ArrayList<>();

	/**
	 * @param set the pairs
	 * @param finder finds faces
	 * @param crops folder for faces cut out of photographs; made if need be
	 */
	PairGathering(final PairSet set, final FaceFinder finder, final Path crops) {
		this.set = set;
		this.finder = finder;
		this.crops = crops;
	}

	/**
	 * Looks at every pair.
	 *
	 * @param progress is told
	 * @throws IOException if a picture cannot be read
	 * @throws CancellationException if the listener said so
	 */
	PairGathering run(final StyleProgress progress) throws IOException {
		final List<PairEntry> entries = set.entries();
		for (int i = 0; i < entries.size(); i++) {
			progress.show(i, entries.size(), "Reading pairs");
			if (progress.canceled()) throw new CancellationException(
				"Train Style was cancelled.");
			take(entries.get(i));
		}
		return this;
	}

	/** @return the pairs fit for use */
	List<ShelfPair> pairs() {
		return pairs;
	}

	/** @return the others, each with the reason */
	List<String> leftOut() {
		return leftOut;
	}

	private void take(final PairEntry e) throws IOException {
		final boolean amplified = e.provenance() == Provenance.AMPLIFIED;
		if (!e.masks().isEmpty()) {
			String tone = tones.get(e.face());
			if (tone == null) {
				final PairPictures p = set.read(e);
				tone = SkinTone.of(p.bare(), p.masks());
				tones.put(e.face(), tone);
			}
			pairs.add(new ShelfPair(e.name(), e.face(), tone, amplified, null,
				() -> set.read(e)));
			return;
		}
		final PairPictures p = set.read(e);
		final Optional<FaceFraming> found = FaceFraming.of(finder, FaceFraming.plane(
			p.bare(), p.width(), p.height()));
		if (found.isEmpty()) {
			leftOut.add("\"" + e.name() + "\" shows no face");
			return;
		}
		final FaceFraming face = found.get();
		final byte[] bare = face.crop(p.bare(), p.width(), p.height());
		pairs.add(new ShelfPair(e.name(), e.face(), SkinTone.of(bare, face
			.landmarks()), amplified, face.landmarks(), face.cropToPhoto() == null
				? () -> set.read(e) : cut(pairs.size(), bare, face.crop(p.made(), p
					.width(), p.height()))));
	}

	/** Keeps a face that was cut out of large photographs. */
	private ShelfPair.Source cut(final int number, final byte[] bare,
		final byte[] made) throws IOException
	{
		final Path bareFile = crops.resolve(number + "-bare"), madeFile = crops
			.resolve(number + "-made");
		AtomicFile.write(bareFile, bare);
		AtomicFile.write(madeFile, made);
		final int side = (int) Math.round(Math.sqrt(bare.length / 3.0));
		return () -> new PairPictures(side, side, Files.readAllBytes(bareFile), Files
			.readAllBytes(madeFile), new byte[0]);
	}
}
