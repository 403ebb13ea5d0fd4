package sc.fiji.tinybeauty.models.face.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the converter needs of a TensorFlow Lite file: the operators of its
 * graph in the order of execution, and the constants they read. Half-precision
 * constants sit behind a DEQUANTIZE operator, which is looked through.
 */
final class TfliteGraph {

	static final int CONV_2D = 3, DEPTHWISE_CONV_2D = 4,
			DEQUANTIZE = 6, LOGISTIC = 14, PRELU = 54;

	/**
	 * An operator.
	 *
	 * @param code what it computes, e.g. {@link #CONV_2D}
	 * @param inputs indices of the tensors it reads, -1 for none
	 * @param outputs indices of the tensors it writes
	 */
	record Operator(int code, int[] inputs, int[] outputs) {}

	/**
	 * A tensor.
	 *
	 * @param name as in the file
	 * @param shape channels last
	 * @param type 0 for 32-bit, 1 for 16-bit floats, 2 for 32-bit integers
	 * @param data the constant's bytes, little endian; empty if computed
	 */
	record Tensor(String name, int[] shape, int type, ByteBuffer data) {}

	private final List<Operator> operators = new ArrayList<>();
	private final List<Tensor> tensors = new ArrayList<>();
	private final Map<Integer, Integer> dequantized = new HashMap<>();

	private TfliteGraph() {}

	/**
	 * @param file content of a .tflite file
	 * @param name how to call it in messages
	 * @return its first graph
	 * @throws IOException if it is no such file, or damaged
	 */
	static TfliteGraph read(final byte[] file, final String name)
		throws IOException
	{
		if (file.length < 8 || !"TFL3".equals(new String(file, 4, 4,
			StandardCharsets.ISO_8859_1))) throw new IOException(name +
				" is not a TensorFlow Lite file (TFL3).");
		try {
			final TfliteGraph graph = new TfliteGraph();
			graph.parse(FlatTable.root(ByteBuffer.wrap(file)));
			return graph;
		}
		catch (final IndexOutOfBoundsException exc) {
			throw new IOException(name +
				" is damaged: it points outside of itself; download it again.", exc);
		}
	}

	private void parse(final FlatTable model) {
		final FlatTable[] codes = model.tablesAt(1);
		final FlatTable[] buffers = model.tablesAt(4);
		final FlatTable graph = model.tablesAt(2)[0];
		for (final FlatTable t : graph.tablesAt(0))
			tensors.add(new Tensor(t.textAt(3), t.intsAt(0), t.byteAt(1), buffers[t
				.intAt(2)].bytesAt(0)));
		for (final FlatTable o : graph.tablesAt(3)) {
			final FlatTable code = codes[o.intAt(0)];
			// Old files hold the code in a byte, new ones in an integer.
			add(new Operator(Math.max(code.byteAt(0), code.intAt(3)), o.intsAt(1), o
				.intsAt(2)));
		}
	}

	private void add(final Operator o) {
		if (o.code() == DEQUANTIZE) dequantized.put(o.outputs()[0], o.inputs()[0]);
		else operators.add(o);
	}

	/** @return the operators in the order of execution, without DEQUANTIZE */
	List<Operator> operators() {
		return List.copyOf(operators);
	}

	/** @return tensor {@code i}, as it was before DEQUANTIZE */
	Tensor tensor(final int i) {
		return tensors.get(dequantized.getOrDefault(i, i));
	}
}
