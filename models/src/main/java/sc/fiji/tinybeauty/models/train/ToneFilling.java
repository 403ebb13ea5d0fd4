package sc.fiji.tinybeauty.models.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fills up groups of skin tone that have few faces: faces of lighter groups get
 * the skin colour of faces in the group. A network that sees few faces again and
 * again learns these instead of the look. Faces for validation neither give nor
 * take.
 */
final class ToneFilling {

	/** From light to dark; lightening a face would amplify its noise. */
	private static final List<String> TONES = List.of("light", "intermediate",
		"tan", "brown", "dark");

	/**
	 * A face to be made.
	 *
	 * @param face keeps everything but the colour of its skin
	 * @param donor gives that
	 */
	record Transfer(FaceSet.Entry face, FaceSet.Entry donor) {

		/** @return a name of its own */
		String name() {
			return face.file() + " with the skin of " + donor.file();
		}
	}

	private ToneFilling() {}

	/**
	 * @param entries faces fit for teaching
	 * @param count faces that a group shall have
	 * @return what to make, the same for the same faces
	 */
	static List<Transfer> plan(final List<FaceSet.Entry> entries,
		final int count)
	{
		final Map<String, List<FaceSet.Entry>> groups = new LinkedHashMap<>();
		for (final FaceSet.Entry e : entries)
			if (!e.validation()) groups.computeIfAbsent(e.tone(),
				t -> new ArrayList<>()).add(e);
		final Random random = new Random(1);
		final List<Transfer> transfers = new ArrayList<>();
		final List<FaceSet.Entry> lighter = new ArrayList<>();
		for (final String tone : TONES) {
			final List<FaceSet.Entry> group = groups.getOrDefault(tone, List.of());
			final int missing = group.isEmpty() ? 0 : count - group.size();
			for (int i = 0; i < Math.min(missing, lighter.size()); i++)
				transfers.add(new Transfer(lighter.get(i), group.get(random.nextInt(group
					.size()))));
			// The next lighter group comes first: least is changed there.
			final List<FaceSet.Entry> shuffled = new ArrayList<>(group);
			Collections.shuffle(shuffled, random);
			lighter.addAll(0, shuffled);
		}
		return transfers;
	}
}
