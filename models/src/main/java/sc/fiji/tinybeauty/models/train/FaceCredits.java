package sc.fiji.tinybeauty.models.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sc.fiji.tinybeauty.models.weights.ModelCard;

/** Whom to credit for the faces that a style was trained on. */
public final class FaceCredits {

	private static final Map<String, String> CREDITS = new LinkedHashMap<>();

	static {
		CREDITS.put("canada",
			"DeBruine & Jones (2017), Young Adult White Faces, figshare 4220517, cropped");
		CREDITS.put("neutral_front",
			"DeBruine & Jones (2017), Face Research Lab London Set v5, figshare 5047666, cropped");
		CREDITS.put("smiling_front",
			"DeBruine & Jones (2017), Face Research Lab London Set v5, figshare 5047666, cropped");
		CREDITS.put("congress",
			"portraits of members of the US Congress, Government Publishing Office");
		CREDITS.put("SFHQ", "(c) David Beniaguev");
	}

	private FaceCredits() {}

	/** @return one entry per source, counting the training faces used */
	static List<ModelCard.TrainingData> of(final FaceSet faces,
		final RecipePairs pairs)
	{
		final Set<String> used = new HashSet<>();
		for (int i = 0; i < pairs.size(); i++)
			if (!pairs.get(i).validation()) used.add(pairs.get(i).name());
		return of(faces, used);
	}

	/**
	 * @param faces the set
	 * @param used files of the faces that were trained on
	 * @return one entry per source
	 */
	public static List<ModelCard.TrainingData> of(final FaceSet faces,
		final Set<String> used)
	{
		final Map<String, Long> counts = new LinkedHashMap<>();
		final Map<String, String> licences = new LinkedHashMap<>();
		for (final FaceSet.Entry e : faces.entries()) {
			if (!used.contains(e.file())) continue;
			counts.merge(e.source(), 1L, Long::sum);
			licences.put(e.source(), e.licence());
		}
		final List<ModelCard.TrainingData> list = new ArrayList<>();
		counts.forEach((source, n) -> list.add(new ModelCard.TrainingData(source, n,
			licences.get(source), credit(source) +
				"; made up by the recipe on landmarks of the MediaPipe face mesh (Apache-2.0)")));
		return list;
	}

	private static String credit(final String source) {
		return CREDITS.entrySet().stream().filter(e -> source.contains(e.getKey()))
			.map(Map.Entry::getValue).findFirst().orElse(source);
	}
}
