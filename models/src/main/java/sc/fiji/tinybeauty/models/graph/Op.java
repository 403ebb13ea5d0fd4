package sc.fiji.tinybeauty.models.graph;

/**
 * What one step of a {@link NetworkGraph} computes. Images have axes (batch,
 * channel, row, column).
 */
public sealed interface Op {

	/** An input image or vector of the network. */
	record Input(String name) implements Op {}

	/**
	 * A convolution (cross-correlation, as all libraries call it) with zero
	 * padding on all four sides, plus bias. Weight: (out, in / groups, kernel,
	 * kernel) named {@code name.weight}; bias {@code name.bias}.
	 */
	record Conv2d(String name, int out, int kernel, int stride, int padding,
		int groups) implements Op
	{

		/** @return name of the weight tensor */
		public String weight() {
			return name + ".weight";
		}

		/** @return name of the bias tensor */
		public String bias() {
			return name + ".bias";
		}
	}

	/**
	 * A fully connected layer on a vector: weight (out, in) named
	 * {@code name.weight}, bias {@code name.bias}.
	 */
	record Linear(String name, int out) implements Op {

		/** @return name of the weight tensor */
		public String weight() {
			return name + ".weight";
		}

		/** @return name of the bias tensor */
		public String bias() {
			return name + ".bias";
		}
	}

	/** max(x, 0). */
	record Relu() implements Op {}

	/** x or slope * x for negative x; slopes (channels) named {@code slope}. */
	record PRelu(String slope) implements Op {}

	/** Logistic function. */
	record Sigmoid() implements Op {}

	/** Hyperbolic tangent. */
	record Tanh() implements Op {}

	/** x * sigmoid(x). */
	record Silu() implements Op {}

	/**
	 * Group normalisation (Wu and He, 2018): channels in {@code groups} equal
	 * groups are brought to mean 0 and variance 1 over all their pixels, then
	 * scaled by {@code name.weight} and shifted by {@code name.bias}, both
	 * (channels).
	 */
	record GroupNorm(String name, int groups) implements Op {

		/** @return name of the scale tensor */
		public String weight() {
			return name + ".weight";
		}

		/** @return name of the shift tensor */
		public String bias() {
			return name + ".bias";
		}
	}

	/** x * relu6(x + 3) / 6. */
	record HardSwish() implements Op {}

	/** Values limited to lo..hi. */
	record Clip(float lo, float hi) implements Op {}

	/** x * scale + offset with constants. */
	record Affine(float scale, float offset) implements Op {}

	/** Sum of two values; a map of 1x1 pixels is spread. */
	record Add() implements Op {}

	/** Difference of two values of one shape. */
	record Sub() implements Op {}

	/** Product of two values; a map of 1x1 pixels is spread. */
	record Mul() implements Op {}

	/** Largest of each kernel x kernel window, no padding. */
	record MaxPool(int kernel, int stride) implements Op {}

	/** Mean of each kernel x kernel window, no padding. */
	record AvgPool(int kernel, int stride) implements Op {}

	/** Zeros added around the image and behind its channels. */
	record Pad(int left, int right, int top, int bottom, int channels) implements
		Op
	{}

	/** Images side by side along the channel axis. */
	record Concat() implements Op {}

	/** Each pixel repeated factor x factor times. */
	record UpsampleNearest(int factor) implements Op {}

	/** Larger by bilinear interpolation between the centres of pixels. */
	record UpsampleBilinear(int factor) implements Op {}

	/** Bilinear resampling with half-pixel centres, not antialiased. */
	record ResizeBilinear(int height, int width) implements Op {}

	/** (c * r * r, h, w) to (c, h * r, w * r), channel order of PyTorch. */
	record PixelShuffle(int factor) implements Op {}

	/** New shape of each sample, same order of values. */
	record Reshape(int... shape) implements Op {}

	/** Axes of each sample in a new order; 0 is the first after the batch. */
	record Permute(int... order) implements Op {}
}
