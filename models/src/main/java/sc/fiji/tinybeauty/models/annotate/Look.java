package sc.fiji.tinybeauty.models.annotate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import sc.fiji.tinybeauty.models.recipe.Recipe;

/**
 * A recipe while an annotator tries it: every region can be taken off and put on
 * again with what it had.
 */
public final class Look {

	/** No make-up. */
	public static final Look NONE = of(new Recipe("none", "No make-up.", List
		.of()));

	private final Recipe full;
	private final Set<MakeupRegion> off;

	private Look(final Recipe full, final Set<MakeupRegion> off) {
		this.full = full;
		this.off = off;
	}

	/** @return the look of a recipe; regions without opacity are off */
	public static Look of(final Recipe recipe) {
		return new Look(recipe, EnumSet.noneOf(MakeupRegion.class));
	}

	/** @return the recipe; regions that are off have opacity 0 there */
	public Recipe recipe() {
		Recipe r = full;
		for (final MakeupRegion region : off)
			r = region.withOpacity(r, 0);
		return r;
	}

	/** @return whether a region can be seen */
	public boolean isOn(final MakeupRegion region) {
		return !off.contains(region) && region.opacity(full) > 0;
	}

	/** @return its opacity 0..1; 0 while it is off */
	public double opacity(final MakeupRegion region) {
		return isOn(region) ? region.opacity(full) : 0;
	}

	/** @return its colours, see {@link MakeupRegion#colours} */
	public List<String> colours(final MakeupRegion region) {
		return region.colours(full);
	}

	/** @return the look with a region off, or on, then with its usual opacity if it had none */
	public Look with(final MakeupRegion region, final boolean on) {
		final Set<MakeupRegion> now = EnumSet.noneOf(MakeupRegion.class);
		now.addAll(off);
		if (on) now.remove(region);
		else now.add(region);
		return new Look(on && region.opacity(full) == 0 ? region.withOpacity(full,
			region.usualOpacity()) : full, now);
	}

	/**
	 * @param region a region; it is put on, or off by opacity 0
	 * @param opacity 0..1; values beyond are cut off
	 * @return the look with it
	 */
	public Look withOpacity(final MakeupRegion region, final double opacity) {
		if (!(opacity > 0)) return with(region, false);
		final Set<MakeupRegion> now = EnumSet.noneOf(MakeupRegion.class);
		now.addAll(off);
		now.remove(region);
		return new Look(region.withOpacity(full, Math.min(1, opacity)), now);
	}

	/**
	 * @param region a region; if nothing of it is on, it is put on
	 * @param slot which of its colours; if it has none yet, its first
	 * @param hex "#rrggbb"
	 * @return the look with this colour
	 * @throws IllegalArgumentException in one sentence if it is no colour, or the
	 *           region has none
	 */
	public Look withColour(final MakeupRegion region, final int slot,
		final String hex)
	{
		if (!region.isColoured()) throw new IllegalArgumentException(region.label() +
			" has no colour; choose another region.");
		final Look on = isOn(region) ? this : with(region, true);
		final int last = region.colours(on.full).size() - 1;
		return new Look(region.withColour(on.full, Math.min(slot, last), hex),
			on.off);
	}
}
