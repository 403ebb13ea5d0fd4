package sc.fiji.tinybeauty.models.benchmark;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import sc.fiji.tinybeauty.models.graph.FoldedNetwork;
import sc.fiji.tinybeauty.models.graph.OnnxWriter;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;

/**
 * The rival at its best: all optimisations, the same folded network, input and
 * output bound to direct buffers.
 */
final class OnnxNetwork {

	private final OrtSession session;
	private final Map<String, OnnxTensor> inputs;
	private final Map<String, OnnxTensor> outputs;
	private final FloatBuffer input = buffer();
	private final FloatBuffer output = buffer();

	OnnxNetwork(final FoldedNetwork network, final int threads,
		final boolean spinning) throws OrtException
	{
		final OrtEnvironment env = OrtEnvironment.getEnvironment();
		final SessionOptions options = new SessionOptions();
		options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
		options.setIntraOpNumThreads(threads);
		options.setInterOpNumThreads(1);
		options.addConfigEntry("session.intra_op.allow_spinning", spinning ? "1"
			: "0");
		session = env.createSession(OnnxWriter.write(network.graph(), network
			.weights(), "residual"), options);
		final long[] shape = { 1, 3, TinyBeauty.SIZE, TinyBeauty.SIZE };
		inputs = Map.of("image", OnnxTensor.createTensor(env, input, shape));
		outputs = Map.of("residual", OnnxTensor.createTensor(env, output, shape));
	}

	private static FloatBuffer buffer() {
		return ByteBuffer.allocateDirect(12 * TinyBeauty.SIZE * TinyBeauty.SIZE)
			.order(ByteOrder.nativeOrder()).asFloatBuffer();
	}

	void set(final float[] image) {
		input.put(0, image);
	}

	float[] get() {
		final float[] residual = new float[output.capacity()];
		output.get(0, residual);
		return residual;
	}

	void run() {
		try (OrtSession.Result result = session.run(inputs, outputs)) {
			if (result.size() != 1) throw new IllegalStateException("No result.");
		}
		catch (final OrtException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
