package sc.fiji.tinybeauty.ops.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

class GuidedFilterTest {

	private static final int W = 40, H = 20;

	private static float[] smooth(final float[] x, final int radius,
		final float epsilon)
	{
		final float[] out = new float[x.length];
		GuidedFilter.smooth(ArrayImgs.floats(x, W, H), radius, epsilon, ArrayImgs
			.floats(out, W, H));
		return out;
	}

	/** An edge of 0.6 with a fine pattern of 0.02 on both sides. */
	private static float[] edge() {
		final float[] x = new float[W * H];
		for (int i = 0; i < x.length; i++)
			x[i] = (i % W < W / 2 ? 0.2f : 0.8f) + ((i % W + i / W) % 2 == 0 ? 0.02f
				: -0.02f);
		return x;
	}

	@Test
	void textureGoesAndEdgesStay() {
		final float[] x = edge(), y = smooth(x, 3, 0.05f * 0.05f);
		final int flat = 10 * W + 8, edge = 10 * W + W / 2;
		assertTrue(Math.abs(y[flat] - y[flat + 1]) < 0.008, "texture " + (y[flat] -
			y[flat + 1]));
		assertTrue(y[edge] - y[edge - 1] > 0.5, "edge " + (y[edge] - y[edge - 1]));
	}

	@Test
	void extremesOfTheParameters() {
		final float[] x = edge(), even = new float[W * H];
		Arrays.fill(even, 0.3f);
		assertArrayEquals(x, smooth(x, 3, 1e-9f), 1e-3f);
		final float[] blurred = new float[W * H];
		Box.blur(ArrayImgs.floats(x, W, H), 3, ArrayImgs.floats(blurred, W, H));
		Box.blur(ArrayImgs.floats(blurred, W, H), 3, ArrayImgs.floats(blurred, W,
			H));
		assertArrayEquals(blurred, smooth(x, 3, 1e6f), 1e-3f);
		assertEquals(0.3f, smooth(even, 5, 0.01f)[77], 1e-6f);
		assertThrows(IllegalArgumentException.class, () -> smooth(x, 3, 0));
	}
}
