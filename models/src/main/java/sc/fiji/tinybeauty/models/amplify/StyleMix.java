package sc.fiji.tinybeauty.models.amplify;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * Combination of the FGMM: which style each region follows. The regions are
 * those of {@link sc.fiji.tinybeauty.ops.region.RegionMasks#partition}, each
 * style is written into its own only.
 *
 * @param lips style of the lips, or null for the first one of the amplifier
 * @param eyes style of the zones around the eyes, or null likewise
 * @param skin style of all else, or null likewise
 */
public record StyleMix(String lips, String eyes, String skin) {

	/** The amplifier's first style everywhere. */
	public static final StyleMix SINGLE = new StyleMix(null, null, null);

	/** @return the style of a region: 0 = lips, 1 = eyes, 2 = skin */
	String style(final int region) {
		return region == 0 ? lips : region == 1 ? eyes : skin;
	}

	/** @return the styles that occur, without repetition, null for the first */
	List<String> styles() {
		final LinkedHashSet<String> styles = new LinkedHashSet<>();
		for (int region = 0; region < 3; region++)
			styles.add(style(region));
		return List.copyOf(styles.stream().map(s -> s == null ? "" : s).toList());
	}
}
