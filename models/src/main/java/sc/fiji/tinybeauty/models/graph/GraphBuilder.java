package sc.fiji.tinybeauty.models.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;


/**
 * Builds a {@link NetworkGraph} step by step; each method appends a step and
 * returns its result, with its shape worked out.
 *
 * <pre>
 * GraphBuilder g = new GraphBuilder();
 * Value x = g.input("image", 3, 256, 256);
 * Value y = g.relu(g.conv2d(x, "stem", 24, 7, 4, 3));
 * g.output(y);
 * NetworkGraph graph = g.build();
 * </pre>
 *
 * Shapes that do not fit end in an {@link IllegalArgumentException}.
 */
public final class GraphBuilder {

	private final List<Node> nodes = new ArrayList<>();
	private final List<Value> outputs = new ArrayList<>();
	private final Map<String, long[]> parameters = new LinkedHashMap<>();

	/**
	 * Declares an input.
	 *
	 * @param name its name in exported files
	 * @param shape extents of one sample, (channels, height, width) for images
	 * @return the input
	 */
	public Value input(final String name, final int... shape) {
		return add(new Op.Input(name), List.of(), shape);
	}

	/**
	 * Declares a result to be an output of the network.
	 *
	 * @param value the result
	 */
	public void output(final Value value) {
		outputs.add(value);
	}

	/** @return the network */
	public NetworkGraph build() {
		return new NetworkGraph(nodes, outputs, parameters);
	}

	/** Dense {@link Op.Conv2d}. */
	public Value conv2d(final Value x, final String name, final int out,
		final int kernel, final int stride, final int padding)
	{
		return conv2d(x, name, out, kernel, stride, padding, 1);
	}

	/**
	 * Appends an {@link Op.Conv2d}.
	 *
	 * @param x image
	 * @param name stem of the names of its weights
	 * @param out channels of the result
	 * @param kernel side length of the filter
	 * @param stride distance of its places
	 * @param padding zeros added on each side
	 * @param groups channel groups; {@code x.channels()} for depthwise
	 * @return image of ((n + 2 * padding - kernel) / stride + 1) pixels
	 */
	public Value conv2d(final Value x, final String name, final int out,
		final int kernel, final int stride, final int padding, final int groups)
	{
		require(x.channels() % groups == 0 && out % groups == 0,
			"The channels of " + name + " are not a multiple of its groups.");
		final Op.Conv2d op = new Op.Conv2d(name, out, kernel, stride, padding,
			groups);
		parameter(op.weight(), out, x.channels() / groups, kernel, kernel);
		parameter(op.bias(), out);
		return add(op, List.of(x), out, window(x.height() + 2 * padding, kernel,
			stride), window(x.width() + 2 * padding, kernel, stride));
	}

	/**
	 * A convolution padded as TensorFlow's SAME: the result has ceil(n / stride)
	 * pixels; of an odd padding the larger half goes to the right and below.
	 */
	public Value conv2dSame(final Value x, final String name, final int out,
		final int kernel, final int stride, final int groups)
	{
		final int h = samePadding(x.height(), kernel, stride);
		final int w = samePadding(x.width(), kernel, stride);
		if (h == w && h % 2 == 0) return conv2d(x, name, out, kernel, stride, h / 2,
			groups);
		final Value padded = pad(x, w / 2, w - w / 2, h / 2, h - h / 2, 0);
		return conv2d(padded, name, out, kernel, stride, 0, groups);
	}

	private static int samePadding(final int n, final int kernel,
		final int stride)
	{
		return Math.max(0, ((n + stride - 1) / stride - 1) * stride + kernel - n);
	}

	/** Appends an {@link Op.Linear} to a vector. */
	public Value linear(final Value x, final String name, final int out) {
		require(x.shape().length == 1, name + " needs a vector.");
		final Op.Linear op = new Op.Linear(name, out);
		parameter(op.weight(), out, x.shape()[0]);
		parameter(op.bias(), out);
		return add(op, List.of(x), out);
	}

	/** Appends an {@link Op.Relu}. */
	public Value relu(final Value x) {
		return same(new Op.Relu(), x);
	}

	/** Appends an {@link Op.PRelu} with slopes named {@code name.slope}. */
	public Value prelu(final Value x, final String name) {
		final String slope = name + ".slope";
		parameter(slope, x.channels());
		return same(new Op.PRelu(slope), x);
	}

	/** Appends an {@link Op.Sigmoid}. */
	public Value sigmoid(final Value x) {
		return same(new Op.Sigmoid(), x);
	}

	/** Appends an {@link Op.Tanh}. */
	public Value tanh(final Value x) {
		return same(new Op.Tanh(), x);
	}

	/** Appends an {@link Op.Silu}. */
	public Value silu(final Value x) {
		return same(new Op.Silu(), x);
	}

	/** Appends an {@link Op.GroupNorm}. */
	public Value groupNorm(final Value x, final String name, final int groups) {
		require(x.channels() % groups == 0, "The channels of " + name +
			" are not a multiple of its groups.");
		final Op.GroupNorm op = new Op.GroupNorm(name, groups);
		parameter(op.weight(), x.channels());
		parameter(op.bias(), x.channels());
		return same(op, x);
	}

	/** Appends an {@link Op.HardSwish}. */
	public Value hardSwish(final Value x) {
		return same(new Op.HardSwish(), x);
	}

	/** Appends an {@link Op.Clip}. */
	public Value clip(final Value x, final float lo, final float hi) {
		return same(new Op.Clip(lo, hi), x);
	}

	/** Appends an {@link Op.Affine}. */
	public Value affine(final Value x, final float scale, final float offset) {
		return same(new Op.Affine(scale, offset), x);
	}

	/** Appends an {@link Op.Add}; b may be a map of 1x1 pixels. */
	public Value add(final Value a, final Value b) {
		require(fits(a, b), "Cannot add " + a + " and " + b + ".");
		return add(new Op.Add(), List.of(a, b), a.shape());
	}

	/** Appends an {@link Op.Sub}. */
	public Value sub(final Value a, final Value b) {
		require(Arrays.equals(a.shape(), b.shape()), "Cannot subtract " + b +
			" from " + a + ".");
		return add(new Op.Sub(), List.of(a, b), a.shape());
	}

	/** Appends an {@link Op.Mul}; b may be a map of 1x1 pixels. */
	public Value mul(final Value a, final Value b) {
		require(fits(a, b), "Cannot multiply " + a + " and " + b + ".");
		return add(new Op.Mul(), List.of(a, b), a.shape());
	}

	private static boolean fits(final Value a, final Value b) {
		return Arrays.equals(a.shape(), b.shape()) || (a.shape().length == 3 && b
			.shape().length == 3 && a.channels() == b.channels() && b.size() == b
				.channels());
	}

	/** Appends an {@link Op.MaxPool}. */
	public Value maxPool(final Value x, final int kernel, final int stride) {
		return add(new Op.MaxPool(kernel, stride), List.of(x), x.channels(), window(
			x.height(), kernel, stride), window(x.width(), kernel, stride));
	}

	/** Appends an {@link Op.AvgPool}. */
	public Value avgPool(final Value x, final int kernel, final int stride) {
		return add(new Op.AvgPool(kernel, stride), List.of(x), x.channels(), window(
			x.height(), kernel, stride), window(x.width(), kernel, stride));
	}

	/** Mean over all pixels: a map of 1x1 pixels. */
	public Value globalAvgPool(final Value x) {
		require(x.height() == x.width(), "Global pooling needs a square image.");
		return avgPool(x, x.height(), 1);
	}

	/** Appends an {@link Op.Pad}. */
	public Value pad(final Value x, final int left, final int right,
		final int top, final int bottom, final int channels)
	{
		return add(new Op.Pad(left, right, top, bottom, channels), List.of(x), x
			.channels() + channels, x.height() + top + bottom, x.width() + left +
				right);
	}

	/** Appends an {@link Op.Concat}; vectors are joined likewise. */
	public Value concat(final Value... parts) {
		final int[] shape = parts[0].shape().clone();
		shape[0] = Arrays.stream(parts).mapToInt(Value::channels).sum();
		for (final Value part : parts) {
			require(Arrays.equals(shape, 1, shape.length, part.shape(), 1, part
				.shape().length), "Cannot join " + Arrays.toString(parts) + ".");
		}
		return add(new Op.Concat(), List.of(parts), shape);
	}

	/** Appends an {@link Op.UpsampleNearest}. */
	public Value upsampleNearest(final Value x, final int factor) {
		return add(new Op.UpsampleNearest(factor), List.of(x), x.channels(), x
			.height() * factor, x.width() * factor);
	}

	/** Appends an {@link Op.UpsampleBilinear}. */
	public Value upsampleBilinear(final Value x, final int factor) {
		return add(new Op.UpsampleBilinear(factor), List.of(x), x.channels(), x
			.height() * factor, x.width() * factor);
	}

	/** Appends an {@link Op.ResizeBilinear}. */
	public Value resizeBilinear(final Value x, final int height,
		final int width)
	{
		return add(new Op.ResizeBilinear(height, width), List.of(x), x.channels(),
			height, width);
	}

	/** Appends an {@link Op.PixelShuffle}. */
	public Value pixelShuffle(final Value x, final int factor) {
		require(x.channels() % (factor * factor) == 0,
			"Pixel shuffle needs a multiple of " + factor * factor + " channels.");
		return add(new Op.PixelShuffle(factor), List.of(x), x.channels() / factor /
			factor, x.height() * factor, x.width() * factor);
	}

	/** Appends an {@link Op.Reshape} of each sample. */
	public Value reshape(final Value x, final int... shape) {
		require(new Value(0, shape).size() == x.size(), "Cannot reshape " + x +
			" to " + Arrays.toString(shape) + ".");
		return add(new Op.Reshape(shape), List.of(x), shape);
	}

	/** Appends an {@link Op.Permute} of the axes of each sample. */
	public Value permute(final Value x, final int... order) {
		require(order.length == x.shape().length && Arrays.stream(order).distinct()
			.count() == order.length, "Not an order of the axes of " + x + ".");
		return add(new Op.Permute(order), List.of(x), Arrays.stream(order).map(
			i -> x.shape()[i]).toArray());
	}

	private Value same(final Op op, final Value x) {
		return add(op, List.of(x), x.shape());
	}

	private Value add(final Op op, final List<Value> inputs, final int... shape) {
		final Value value = new Value(nodes.size(), shape);
		require(value.size() > 0, "The step " + op + " would be empty.");
		nodes.add(new Node(op, inputs, value));
		return value;
	}

	private void parameter(final String name, final int... shape) {
		final long[] old = parameters.put(name, Arrays.stream(shape).asLongStream()
			.toArray());
		require(old == null, "The weight " + name + " is used twice.");
	}

	private static int window(final int n, final int kernel, final int stride) {
		require(n >= kernel, "A window of " + kernel + " does not fit into " + n +
			" pixels.");
		return (n - kernel) / stride + 1;
	}

	private static void require(final boolean condition, final String message) {
		if (!condition) throw new IllegalArgumentException(message);
	}
}
