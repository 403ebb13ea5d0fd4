package sc.fiji.tinybeauty.models.weights;

import java.util.Arrays;

/**
 * A named network weight's values: a dense row-major array of 32-bit floats
 * with its shape. Convolution weights are stored as (out, in / groups, height,
 * width), biases and slopes as (channels).
 *
 * @param shape extent of each axis, slowest first; empty for a scalar
 * @param data as many values as the shape says
 */
public record Tensor(long[] shape, float[] data) {

	/** Checks that shape and data agree. */
	public Tensor {
		if (count(shape) != data.length) throw new IllegalArgumentException(
			"A tensor of shape " + Arrays.toString(shape) + " cannot hold " +
				data.length + " values.");
	}

	/**
	 * @param shape extents
	 * @return a tensor of zeros
	 */
	public static Tensor zeros(final long... shape) {
		return new Tensor(shape, new float[Math.toIntExact(count(shape))]);
	}

	/**
	 * @param shape extents
	 * @return product of the extents
	 * @throws IllegalArgumentException if an extent is negative or the product
	 *           exceeds 2^63
	 */
	public static long count(final long... shape) {
		long n = 1;
		for (final long extent : shape) {
			if (extent < 0) throw new IllegalArgumentException(
				"A tensor cannot have a negative extent.");
			try {
				n = Math.multiplyExact(n, extent);
			}
			catch (final ArithmeticException exc) {
				throw new IllegalArgumentException("A tensor of shape " + Arrays
					.toString(shape) + " is too large.");
			}
		}
		return n;
	}

	/** @return number of values */
	public int size() {
		return data.length;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Tensor && Arrays.equals(shape, ((Tensor) other).shape) &&
			Arrays.equals(data, ((Tensor) other).data);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(shape) + Arrays.hashCode(data);
	}

	@Override
	public String toString() {
		return "Tensor" + Arrays.toString(shape);
	}
}
