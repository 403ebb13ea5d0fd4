package sc.fiji.tinybeauty.models.amplify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

import sc.fiji.tinybeauty.models.train.FaceFilter;
import sc.fiji.tinybeauty.models.train.FaceSet;
import sc.fiji.tinybeauty.ops.face.FaceCrop;
import sc.fiji.tinybeauty.ops.face.Landmarks;

/**
 * BareFace faces of one split, held in memory at 8 bits. Half of the draws are even
 * over the faces, half over the skin tone groups.
 */
final class PriorFaces {

	private final List<BareFace> all = new ArrayList<>();
	private final List<List<BareFace>> byTone = new ArrayList<>();

	/**
	 * Reads all fit faces of a split.
	 *
	 * @param faces the set
	 * @param validation whether of the validation split or of the training split
	 * @param most read no more than so many
	 * @throws IOException if a picture cannot be read
	 * @throws IllegalArgumentException if fewer than six are fit
	 */
	PriorFaces(final FaceSet faces, final boolean validation, final int most)
		throws IOException
	{
		final Map<String, List<BareFace>> tones = new TreeMap<>();
		for (final FaceSet.Entry e : faces.entries()) {
			if (e.validation() != validation || all.size() >= most) continue;
			final byte[] rgb = faces.pixels(e);
			if (FaceFilter.flaw(rgb, FaceCrop.SIZE, e.landmarks()) != null) continue;
			final BareFace bare = new BareFace(e.file(), e.tone(), rgb, e.landmarks());
			all.add(bare);
			tones.computeIfAbsent(e.tone(), t -> new ArrayList<>()).add(bare);
		}
		if (all.size() < PriorGroup.FACES) throw new IllegalArgumentException(
			"The face set has only " + all.size() + " usable faces for " +
				(validation ? "validation" : "training") + "; at least " +
				PriorGroup.FACES + " are needed.");
		byTone.addAll(tones.values());
	}

	/** Takes faces that are in memory already. */
	PriorFaces(final List<BareFace> faces) {
		all.addAll(faces);
		byTone.add(all);
	}

	/** @return number of faces */
	int size() {
		return all.size();
	}

	/** @return face {@code i} */
	BareFace get(final int i) {
		return all.get(i);
	}

	/** @return files of all faces */
	Set<String> files() {
		final Set<String> files = new HashSet<>();
		all.forEach(f -> files.add(f.file()));
		return files;
	}

	/** @return {@code n} different faces */
	List<BareFace> draw(final SplittableRandom random, final int n) {
		final Set<BareFace> drawn = Collections.newSetFromMap(
			new IdentityHashMap<>());
		final List<BareFace> list = new ArrayList<>();
		while (list.size() < n) {
			final List<BareFace> from = random.nextBoolean() ? all : byTone.get(random
				.nextInt(byTone.size()));
			final BareFace face = from.get(random.nextInt(from.size()));
			if (drawn.add(face)) list.add(face);
		}
		return list;
	}
}
