package sc.fiji.tinybeauty.models.makeup;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import ai.djl.Device;
import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.engine.TorchFunction;
import sc.fiji.tinybeauty.ops.image.FloatImages;

/**
 * A style's network, ready to run: aligned face crops in, make-up residuals out.
 * May be used by several threads at once.
 */
public final class ResidualPredictor implements AutoCloseable {

	private static final long[] CROP = { TinyBeauty.SIZE, TinyBeauty.SIZE, 3 };

	/** Calls after which PyTorch has optimised the network's code. */
	private static final int WARM_UP_CALLS = 3;

	private final TorchFunction network;
	/**
	 * Buffers in native memory are kept: the garbage collector does not feel their
	 * weight, so fresh ones for each face would pile up by the hundred.
	 */
	private final Queue<TorchFunction.Binding> idle =
		new ConcurrentLinkedQueue<>();

	private ResidualPredictor(final TorchFunction network) {
		this.network = network;
	}

	/**
	 * Loads a style's network.
	 *
	 * @param style the style
	 * @param choice where to run it
	 * @return the network; close it after use
	 * @throws IllegalStateException if there is no engine, or a GPU is demanded
	 *           and there is none
	 */
	public static ResidualPredictor open(final Style style,
		final DeviceChoice choice)
	{
		final Device device = TorchEngine.device(choice);
		return new ResidualPredictor(TorchFunction.load(style.graph(), style
			.weights(), device));
	}

	/** @return name of the device really used, "cpu" or "gpu0" */
	public String device() {
		return TorchEngine.name(network.device());
	}

	/** Runs the network a few times on nothing: its first calls are slow. */
	public void warmUp() {
		final Img<FloatType> black = FloatImages.create(CROP);
		for (int i = 0; i < WARM_UP_CALLS; i++) predict(black);
	}

	/**
	 * @param crop aligned face, axes X, Y, C of {@link TinyBeauty#SIZE} pixels and
	 *          3 colours, sRGB-encoded 0..1; images of {@link FloatImages} are
	 *          read fastest
	 * @return residual of the same axes, in units of the crop, -1..1 and mostly
	 *         near 0; add it to the crop and clamp
	 * @throws IllegalArgumentException if the crop has another size
	 */
	public Img<FloatType> predict(
		final RandomAccessibleInterval<FloatType> crop)
	{
		if (!Arrays.equals(crop.dimensionsAsLongArray(), CROP))
			throw new IllegalArgumentException("The network takes crops of " + Arrays
				.toString(CROP) + ", not " + Arrays.toString(crop
					.dimensionsAsLongArray()) + ".");
		final TorchFunction.Binding free = idle.poll();
		final TorchFunction.Binding binding = free == null ? network.bind(1) : free;
		copy(crop, binding.input(0));
		binding.run();
		final float[] residual = new float[3 * TinyBeauty.SIZE * TinyBeauty.SIZE];
		binding.output(0).asFloatBuffer().get(residual);
		idle.add(binding);
		return ArrayImgs.floats(residual, CROP);
	}

	private static void copy(final RandomAccessibleInterval<FloatType> crop,
		final ByteBuffer input)
	{
		if (FloatImages.isDirect(crop)) input.duplicate().put(FloatImages.buffer(
			crop));
		else input.asFloatBuffer().put(FloatImages.toArray(crop));
	}

	/**
	 * Predicts the residuals of several faces, on the processor side by side.
	 *
	 * @param crops aligned faces; see {@link #predict}
	 * @return their residuals in the same order
	 */
	public List<Img<FloatType>> predictAll(
		final List<? extends RandomAccessibleInterval<FloatType>> crops)
	{
		if (network.device().isGpu()) return crops.stream().map(this::predict)
			.toList();
		return crops.parallelStream().map(this::predict).toList();
	}

	@Override
	public void close() {
		idle.forEach(TorchFunction.Binding::close);
		idle.clear();
		network.close();
	}
}
