package sc.fiji.tinybeauty.models.graph;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.pooling.Pool;

/**
 * Computes the steps of a network with DJL operations that can be
 * differentiated.
 * <p>
 * Constants are arrays of the input's manager: DJL frees the constant of an
 * overload that takes a number at once, although autograd still needs it.
 * </p>
 */
final class BlockSteps {

	private static final int NEAREST = 0;

	private final Function<String, NDArray> weights;

	BlockSteps(final Function<String, NDArray> weights) {
		this.weights = weights;
	}

	NDArray run(final Op op, final List<NDArray> inputs) {
		final NDArray x = inputs.get(0);
		if (op instanceof Op.Conv2d c) return conv(c, x);
		if (op instanceof Op.Relu) return Activation.relu(x);
		if (op instanceof Op.PRelu p) return prelu(x, weights.apply(p.slope()));
		if (op instanceof Op.Sigmoid) return Activation.sigmoid(x);
		if (op instanceof Op.Tanh) return Activation.tanh(x);
		if (op instanceof Op.Clip c) return x.clip(c.lo(), c.hi());
		if (op instanceof Op.Affine a) return affine(x, a);
		if (op instanceof Op.Add) return x.add(inputs.get(1));
		if (op instanceof Op.Sub) return x.sub(inputs.get(1));
		if (op instanceof Op.Mul) return x.mul(inputs.get(1));
		if (op instanceof Op.MaxPool p) return Pool.maxPool2d(x, square(p.kernel()),
			square(p.stride()), square(0), false);
		if (op instanceof Op.AvgPool p) return Pool.avgPool2d(x, square(p.kernel()),
			square(p.stride()), square(0), false, true);
		if (op instanceof Op.Pad p) return pad(x, p);
		if (op instanceof Op.Concat) return NDArrays.concat(new NDList(inputs), 1);
		if (op instanceof Op.UpsampleNearest u) return upsample(x, u.factor());
		if (op instanceof Op.PixelShuffle p) return pixelShuffle(x, p.factor());
		if (op instanceof Op.Reshape r) return x.reshape(LongStream.concat(LongStream
			.of(x.getShape().get(0)), Arrays.stream(r.shape()).asLongStream())
			.toArray());
		if (op instanceof Op.Permute p) return x.transpose(IntStream.concat(IntStream
			.of(0), Arrays.stream(p.order()).map(i -> i + 1)).toArray());
		throw new UnsupportedOperationException("The step " + op +
			" cannot be trained in DJL.");
	}

	private NDArray conv(final Op.Conv2d c, final NDArray x) {
		return ai.djl.nn.convolutional.Conv2d.conv2d(x, weights.apply(c.weight()),
			weights.apply(c.bias()), square(c.stride()), square(c.padding()), square(1),
			c.groups()).singletonOrThrow();
	}

	private static Shape square(final int i) {
		return new Shape(i, i);
	}

	/** DJL's own block takes a single slope and does not run on PyTorch. */
	private static NDArray prelu(final NDArray x, final NDArray slope) {
		final NDArray positive = Activation.relu(x);
		return positive.add(x.sub(positive).mul(slope.reshape(1, slope.size(), 1,
			1)));
	}

	private static NDArray affine(final NDArray x, final Op.Affine a) {
		final NDArray scaled = x.mul(x.getManager().create(a.scale()));
		return a.offset() == 0 ? scaled : scaled.add(x.getManager().create(a
			.offset()));
	}

	private static NDArray pad(final NDArray x, final Op.Pad p) {
		NDArray y = grow(x, 3, p.left(), p.right());
		y = grow(y, 2, p.top(), p.bottom());
		return grow(y, 1, 0, p.channels());
	}

	private static NDArray grow(final NDArray x, final int axis, final int before,
		final int after)
	{
		final NDList parts = new NDList(3);
		if (before > 0) parts.add(zeros(x, axis, before));
		parts.add(x);
		if (after > 0) parts.add(zeros(x, axis, after));
		return parts.size() == 1 ? x : NDArrays.concat(parts, axis);
	}

	private static NDArray zeros(final NDArray x, final int axis, final int n) {
		final long[] shape = x.getShape().getShape().clone();
		shape[axis] = n;
		return x.getManager().zeros(new Shape(shape));
	}

	private static NDArray upsample(final NDArray x, final int factor) {
		final Shape s = x.getShape();
		return x.getNDArrayInternal().interpolation(new long[] { s.get(2) * factor, s
			.get(3) * factor }, NEAREST, false);
	}

	private static NDArray pixelShuffle(final NDArray x, final int r) {
		final Shape s = x.getShape();
		final long n = s.get(0), c = s.get(1) / r / r, h = s.get(2), w = s.get(3);
		return x.reshape(n, c, r, r, h, w).transpose(0, 1, 4, 2, 5, 3).reshape(n, c,
			h * r, w * r);
	}
}
