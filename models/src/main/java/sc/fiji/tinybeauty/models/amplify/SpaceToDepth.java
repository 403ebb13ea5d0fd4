package sc.fiji.tinybeauty.models.amplify;

/**
 * Moves 4x4 blocks of pixels into channels and back; plane c of a picture
 * becomes channels 16 c + 4 dy + dx, the order of PyTorch's pixel shuffle.
 */
final class SpaceToDepth {

	private static final int N = ResidualDiffusion.SIZE;
	private static final int G = ResidualDiffusion.GRID;
	private static final int R = N / G;

	private SpaceToDepth() {}

	/** @return index on the grid, of planes of G x G, of a pixel of a plane */
	static int index(final int plane, final int x, final int y) {
		return ((plane * R + y % R) * R + x % R) * G * G + y / R * G + x / R;
	}

	/** Copies planes of a picture, X,Y,C, to the grid's channels. */
	static void toGrid(final float[] picture, final float[] grid,
		final int at)
	{
		for (int c = 0, i = 0; i < picture.length; c++)
			for (int y = 0; y < N; y++)
				for (int x = 0; x < N; x++, i++)
					grid[at + index(c, x, y)] = picture[i];
	}

	/** @return the picture of three planes whose grid begins at {@code at} */
	static float[] toPicture(final float[] grid, final int at) {
		final float[] picture = new float[3 * N * N];
		for (int c = 0, i = 0; c < 3; c++)
			for (int y = 0; y < N; y++)
				for (int x = 0; x < N; x++, i++)
					picture[i] = grid[at + index(c, x, y)];
		return picture;
	}
}
