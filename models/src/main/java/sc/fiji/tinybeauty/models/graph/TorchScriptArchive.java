package sc.fiji.tinybeauty.models.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Writes TorchScript files (the zip form that {@code torch.jit.load} and DJL
 * read) without PyTorch: one module whose attributes are tensors and whose
 * methods are given as TorchScript text.
 * <p>
 * Layout of the file: {@code net/data.pkl} describes the module as a Python
 * pickle of protocol 2, {@code net/code/__torch__.py} holds the methods,
 * {@code net/data/0..n} the raw little-endian floats.
 * </p>
 */
public final class TorchScriptArchive {

	private static final String ROOT = "net/";

	private TorchScriptArchive() {}

	/**
	 * @param attributes tensors by attribute name; the names are Python
	 *          identifiers
	 * @param methods complete method definitions, indented by two spaces; in them
	 *          {@code self} has type {@code __torch__.Net}
	 * @return the file
	 */
	public static byte[] write(final Map<String, Tensor> attributes,
		final List<String> methods)
	{
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.setMethod(ZipOutputStream.STORED);
			put(zip, "data.pkl", pickle(attributes));
			put(zip, "code/__torch__.py", code(attributes, methods).getBytes(
				StandardCharsets.UTF_8));
			int i = 0;
			for (final Tensor tensor : attributes.values()) {
				put(zip, "data/" + i++, raw(tensor));
			}
			put(zip, "constants.pkl", new byte[] { (byte) 0x80, 2, ')', '.' });
			put(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return bytes.toByteArray();
	}

	private static void put(final ZipOutputStream zip, final String name,
		final byte[] content) throws IOException
	{
		final CRC32 crc = new CRC32();
		crc.update(content);
		final ZipEntry entry = new ZipEntry(ROOT + name);
		entry.setSize(content.length);
		entry.setCrc(crc.getValue());
		entry.setTime(0);
		zip.putNextEntry(entry);
		zip.write(content);
		zip.closeEntry();
	}

	private static byte[] raw(final Tensor tensor) {
		final ByteBuffer buffer = ByteBuffer.allocate(4 * tensor.size()).order(
			ByteOrder.LITTLE_ENDIAN);
		buffer.asFloatBuffer().put(tensor.data());
		return buffer.array();
	}

	private static String code(final Map<String, Tensor> attributes,
		final List<String> methods)
	{
		final StringBuilder s = new StringBuilder("class Net(Module):\n" +
			"  __parameters__ = []\n  __buffers__ = []\n  training : bool\n");
		for (final String name : attributes.keySet()) {
			s.append("  ").append(name).append(" : Tensor\n");
		}
		methods.forEach(s::append);
		return s.toString();
	}

	private static byte[] pickle(final Map<String, Tensor> attributes)
		throws IOException
	{
		final Pickle p = new Pickle();
		p.write(0x80, 2).global("__torch__", "Net").write(')', 0x81, '}', '(');
		p.text("training").write(0x89);
		int i = 0;
		for (final Map.Entry<String, Tensor> a : attributes.entrySet()) {
			p.text(a.getKey()).tensor(i++, a.getValue());
		}
		return p.write('u', 'b', '.').bytes.toByteArray();
	}

	/** The dozen opcodes of Python's pickle that a module needs. */
	private static final class Pickle {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		Pickle write(final int... opcodes) {
			for (final int opcode : opcodes) bytes.write(opcode);
			return this;
		}

		Pickle global(final String module, final String name) throws IOException {
			ascii(bytes, "c" + module + "\n" + name + "\n");
			return this;
		}

		Pickle text(final String s) throws IOException {
			write('X').little(s.length());
			ascii(bytes, s);
			return this;
		}

		Pickle integer(final long value) {
			return write('J').little(Math.toIntExact(value));
		}

		private Pickle little(final int v) {
			return write(v & 255, v >> 8 & 255, v >> 16 & 255, v >> 24 & 255);
		}

		Pickle tuple(final long[] values) {
			write('(');
			for (final long v : values) integer(v);
			return write('t');
		}

		/** torch._utils._rebuild_tensor_v2(storage, 0, size, stride, ...). */
		Pickle tensor(final int index, final Tensor tensor) throws IOException {
			global("torch._utils", "_rebuild_tensor_v2").write('(', '(').text(
				"storage").global("torch", "FloatStorage").text(Integer.toString(
					index)).text("cpu").integer(tensor.size()).write('t', 'Q');
			integer(0).tuple(tensor.shape()).tuple(strides(tensor.shape()));
			return write(0x89).global("collections", "OrderedDict").write(')', 'R',
				't', 'R');
		}

		private static long[] strides(final long[] shape) {
			final long[] strides = new long[shape.length];
			long step = 1;
			for (int i = shape.length - 1; i >= 0; i--) {
				strides[i] = step;
				step *= shape[i];
			}
			return strides;
		}

		private static void ascii(final OutputStream out, final String s)
			throws IOException
		{
			out.write(s.getBytes(StandardCharsets.US_ASCII));
		}
	}
}
