package sc.fiji.tinybeauty.models.amplify;

import java.util.List;

import sc.fiji.tinybeauty.ops.face.Landmarks;
import sc.fiji.tinybeauty.ops.region.DistanceField;
import sc.fiji.tinybeauty.ops.region.Outline;
import sc.fiji.tinybeauty.ops.region.RegionMasks;

/**
 * The condition of the FGMM as the network reads it (151, 64, 64): identity
 * preservation = the bare target; style preservation = mean residual and bare
 * picture of the aligned exemplars; mask guidance = lips, eye zones, brows, face
 * and eyeballs as soft masks, and the canonical coordinates.
 */
public final class Guidance {

	private static final int N = ResidualDiffusion.SIZE, PIXELS = N * N;
	private static final int G = ResidualDiffusion.GRID;
	private static final int CELLS = G * G;
	private static final int PICTURE = ResidualDiffusion.PICTURE * CELLS;
	private static final float CELL = 1f * PIXELS / CELLS;

	private Guidance() {}

	/**
	 * @param bare the target's bare picture, planar, 0..1
	 * @param maps its dense maps
	 * @param regions its masks, see {@link #regions(Landmarks)}
	 * @param exemplars one or more made-up faces
	 * @return the condition
	 * @throws IllegalArgumentException if there is no exemplar
	 */
	public static float[] of(final float[] bare,
		final ExemplarAlignment.Maps maps, final float[] regions,
		final List<ExemplarAlignment.Exemplar> exemplars)
	{
		if (exemplars.isEmpty()) throw new IllegalArgumentException(
			"Amplifying needs at least one made-up face to follow.");
		final float[] style = new float[3 * PIXELS], strangers = new float[3 *
			PIXELS];
		for (final ExemplarAlignment.Exemplar e : exemplars)
			ExemplarAlignment.add(maps, e, 1f / exemplars.size(), strangers, style);
		final float[] condition = new float[ResidualDiffusion.CONDITION * CELLS];
		SpaceToDepth.toGrid(centred(bare), condition, 0);
		for (int i = 0; i < style.length; i++)
			style[i] *= ResidualDiffusion.SCALE;
		SpaceToDepth.toGrid(style, condition, PICTURE);
		SpaceToDepth.toGrid(centred(strangers), condition, 2 * PICTURE);
		System.arraycopy(regions, 0, condition, 3 * PICTURE, regions.length);
		shrink(maps.toCanonical(), condition, 3 * PICTURE + regions.length, 0.5f);
		return condition;
	}

	private static float[] centred(final float[] picture) {
		final float[] p = new float[picture.length];
		for (int i = 0; i < p.length; i++)
			p[i] = 2 * picture[i] - 1;
		return p;
	}

	/** Means over the cells of the grid. */
	private static void shrink(final float[] planes, final float[] grid,
		final int at, final float factor)
	{
		for (int i = 0; i < planes.length; i++) {
			final int x = i % N, y = i / N % N;
			grid[at + i / PIXELS * CELLS + y * G / N * G + x * G / N] += factor *
				planes[i] / CELL;
		}
	}

	/**
	 * @param face landmarks in crop coordinates
	 * @return soft masks on the grid: lips, eye zones, brows, face, eyeballs (5,
	 *         64, 64)
	 */
	public static float[] regions(final Landmarks face) {
		final double unit = RegionMasks.eyeDistance(face);
		final float[] partition = RegionMasks.partition(face, N).update(null)
			.getCurrentStorageArray();
		final float[] planes = new float[ResidualDiffusion.MASKS * PIXELS];
		System.arraycopy(partition, 0, planes, 0, 2 * PIXELS);
		for (final boolean left : new boolean[] { true, false }) {
			soft(RegionMasks.brow(face, left), 0.06 * unit, planes, 2);
			soft(RegionMasks.eye(face, left), 0.03 * unit, planes, 4);
		}
		soft(RegionMasks.face(face, 1.25), 0.15 * unit, planes, 3);
		final float[] grid = new float[ResidualDiffusion.MASKS * CELLS];
		shrink(planes, grid, 0, 1);
		return grid;
	}

	/** Lays in an outline whose border is {@code 2 reach} wide. */
	private static void soft(final Outline outline, final double reach,
		final float[] planes, final int plane)
	{
		final float[] d = DistanceField.signed(outline, N, N, reach).update(null)
			.getCurrentStorageArray();
		for (int i = 0; i < PIXELS; i++)
			planes[plane * PIXELS + i] = Math.max(planes[plane * PIXELS + i],
				(float) Math.max(0, Math.min(1, 0.5 + 0.5 * d[i] / reach)));
	}
}
