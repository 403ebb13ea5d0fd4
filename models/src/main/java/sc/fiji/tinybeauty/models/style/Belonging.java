package sc.fiji.tinybeauty.models.style;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import sc.fiji.tinybeauty.models.pairs.PairPictures;
import sc.fiji.tinybeauty.models.weights.ModelCard;

/** Tells whether an unfinished training belongs to an order. */
final class Belonging {

	/** So many pairs are compared pixel by pixel, the others by name. */
	private static final int LOOKED_AT = 8;

	private Belonging() {}

	/** @return hash of what a training depends on */
	static String of(final StyleOrder o, final StartWeights start,
		final HoldOut parts) throws IOException
	{
		return hash(String.join("\n", o.name(), o.steps() > 0 ? "steps " + o.steps()
			: "minutes " + o.minutes(), "batch " + o.batch(), "seed " + o.seed(),
			"from " + start.name(), of(parts.train()), of(parts.held())));
	}

	/** @return hash of pairs: all names, and the pixels of some */
	static String of(final List<ShelfPair> pairs) throws IOException {
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < pairs.size(); i++) {
			final ShelfPair pair = pairs.get(i);
			text.append(pair.name()).append('\n');
			if (i % Math.max(1, pairs.size() / LOOKED_AT) != 0) continue;
			final PairPictures p = pair.pictures().read();
			text.append(ModelCard.sha256(p.bare())).append(ModelCard.sha256(p.made()));
		}
		return hash(text.toString());
	}

	private static String hash(final String text) {
		return ModelCard.sha256(text.getBytes(StandardCharsets.UTF_8));
	}
}
