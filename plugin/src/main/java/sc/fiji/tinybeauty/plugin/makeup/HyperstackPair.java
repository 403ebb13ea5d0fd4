package sc.fiji.tinybeauty.plugin.makeup;

import ij.process.ImageProcessor;

import sc.fiji.tinybeauty.plugin.image.HyperstackBuilder;

/**
 * Adds original and result as z positions that follow one another. All channels
 * of the original come before those of the result.
 */
final class HyperstackPair {

	private final HyperstackBuilder builder;
	private final ImageProcessor[][] waiting;
	private final String[] labels;
	private int count;

	HyperstackPair(final HyperstackBuilder builder, final int channels) {
		this.builder = builder;
		waiting = new ImageProcessor[channels][];
		labels = new String[channels];
	}

	void add(final String label, final ImageProcessor[] original,
		final ImageProcessor[] makeup)
	{
		builder.add(label("original", label), original);
		waiting[count] = makeup;
		labels[count++] = label("makeup", label);
		if (count < waiting.length) return;
		for (int c = 0; c < count; c++)
			builder.add(labels[c], waiting[c]);
		count = 0;
	}

	static String label(final String kind, final String label) {
		return label == null || label.isBlank() ? kind : kind + ": " + label;
	}
}
