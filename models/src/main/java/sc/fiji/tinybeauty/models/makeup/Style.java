package sc.fiji.tinybeauty.models.makeup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.models.weights.ModelCard;
import sc.fiji.tinybeauty.models.weights.ModelFileException;
import sc.fiji.tinybeauty.models.weights.SafeTensors;
import sc.fiji.tinybeauty.models.weights.SafeTensors.Precision;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * A make-up style: the trained weights of a {@link TinyBeauty} network and the
 * card that says where they come from. On disk it is a pair of files,
 * {@code NAME.safetensors} and {@code NAME.json}, as {@code
 * docs/style-format.md} lays down.
 */
public final class Style {

	/** Ending of the weights file. */
	public static final String WEIGHTS = ".safetensors";

	/** Ending of the card file. */
	public static final String CARD = ".json";

	/** What a name may look like, so that it can be a file name anywhere. */
	private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,63}";

	private final ModelCard card;
	private final Map<String, Tensor> weights;

	private Style(final ModelCard card, final Map<String, Tensor> weights) {
		this.card = card;
		this.weights = weights;
	}

	/**
	 * Makes a style out of trained weights.
	 *
	 * @param card what to say about it; number of parameters and hash are filled
	 *          in, and the architecture unless it is one of
	 *          {@link Architectures#names()}
	 * @param weights weights of {@link TinyBeauty#graph()}, or of that
	 *          architecture
	 * @return the style
	 * @throws IllegalArgumentException if the weights do not fit or the name is
	 *           no good file name
	 */
	public static Style of(final ModelCard card,
		final Map<String, Tensor> weights)
	{
		requireName(card.name());
		final String architecture = Architectures.names().contains(card
			.architecture()) ? card.architecture() : TinyBeauty.ARCHITECTURE;
		final NetworkGraph graph = Architectures.graph(architecture);
		graph.check(weights);
		return new Style(new ModelCard(card.name(), card.description(), card
			.licence(), architecture, graph.parameterCount(), card.seed(), card
				.steps(), card.trainingData(), card.metrics(), ModelCard.sha256(encode(
					weights))), Map.copyOf(weights));
	}

	/**
	 * @param name name for a style
	 * @throws IllegalArgumentException if it is no good file name
	 */
	public static void requireName(final String name) {
		if (!name.matches(NAME)) throw new IllegalArgumentException(
			"A style needs a name of letters, digits, blanks, - and _, not \"" + name +
				"\".");
	}

	private static byte[] encode(final Map<String, Tensor> weights) {
		return SafeTensors.encode(weights, Map.of(), Precision.F32);
	}

	/** @return the name that users choose */
	public String name() {
		return card.name();
	}

	/** @return what is known about it */
	public ModelCard card() {
		return card;
	}

	/** @return its network for crops of {@link TinyBeauty#SIZE} pixels */
	public NetworkGraph graph() {
		return Architectures.graph(card.architecture());
	}

	/** @return the weights by name; not to be changed */
	public Map<String, Tensor> weights() {
		return weights;
	}

	/**
	 * @return weights with which a training of the present network can begin:
	 *         this style's, brought to its layers if it is of the network before
	 * @throws IllegalArgumentException if the style is of a still older network
	 */
	public Map<String, Tensor> startWeights() {
		final String architecture = card.architecture();
		if (architecture.equals(TinyBeauty.ARCHITECTURE)) return weights;
		if (architecture.equals(TinyBeauty2.ARCHITECTURE)) return TinyBeauty2
			.upgraded(weights);
		throw new IllegalArgumentException("The style " + name() +
			" is of the network " + architecture +
			", from which none can be trained today: begin with another one.");
	}

	/**
	 * Reads a style.
	 *
	 * @param file its weights or its card; the other one lies beside it
	 * @return the style
	 * @throws ModelFileException in one sentence, if a file is missing, damaged
	 *           or does not belong to the other
	 * @throws IOException if a file cannot be read
	 */
	public static Style load(final Path file) throws IOException {
		final String name = file.getFileName() == null ? "" : file.getFileName()
			.toString();
		if (!name.endsWith(WEIGHTS) && !name.endsWith(CARD))
			throw new ModelFileException(file.toString(), "is no style: its name " +
				"must end in " + WEIGHTS);
		final String stem = name.substring(0, name.lastIndexOf('.'));
		final Path weights = file.resolveSibling(stem + WEIGHTS);
		final Path card = file.resolveSibling(stem + CARD);
		for (final Path part : new Path[] { file, weights, card }) {
			if (!Files.isRegularFile(part)) throw new ModelFileException(part
				.toString(), "does not exist; a style needs " + stem + WEIGHTS + " and " +
					stem + CARD + " side by side");
		}
		if (Files.size(weights) > MAX_FILE) throw new ModelFileException(weights
			.toString(), "is too large to be a style");
		return parse(Files.readAllBytes(weights), weights.toString(), ModelCard.read(
			card));
	}

	/** The weights of the largest network allowed, and a header. */
	private static final long MAX_FILE = 4L * TinyBeauty.MAX_PARAMETERS +
		SafeTensors.MAX_HEADER;

	/**
	 * Reads a style from memory.
	 *
	 * @param content whole weights file
	 * @param file what to call it in messages
	 * @param card its card
	 * @return the style
	 * @throws ModelFileException if it is damaged or does not belong to the card
	 */
	static Style parse(final byte[] content, final String file,
		final ModelCard card) throws ModelFileException
	{
		final Map<String, Tensor> weights = SafeTensors.parse(content, file);
		final NetworkGraph graph = Architectures.graph(card.architecture());
		if (graph == null) throw new ModelFileException(file,
			"holds a network of kind \"" + card.architecture() +
				"\", and this release runs " + String.join(" and ", Architectures
					.names()));
		final long parameters = weights.values().stream().mapToLong(Tensor::size)
			.sum();
		if (parameters > TinyBeauty.MAX_PARAMETERS) throw new ModelFileException(
			file, "has " + parameters + " parameters; a style has at most " +
				TinyBeauty.MAX_PARAMETERS);
		if (!ModelCard.sha256(content).equals(card.sha256()) || parameters != card
			.parameters()) throw new ModelFileException(file,
				"does not match its card (the SHA-256 differs): it was changed or " +
					"damaged, so fetch both files again");
		try {
			graph.check(weights);
		}
		catch (final IllegalArgumentException exc) {
			throw new ModelFileException(file, "is no TinyBeauty network: " + exc
				.getMessage().replaceFirst("\\.$", ""), exc);
		}
		return new Style(card, weights);
	}

	/**
	 * Writes {@code NAME.safetensors}, then {@code NAME.json}; a reader never sees
	 * half a file.
	 *
	 * @param folder where to; made if need be
	 * @return the weights file
	 * @throws IOException if writing fails
	 */
	public Path save(final Path folder) throws IOException {
		final Path file = folder.resolve(name() + WEIGHTS);
		saveTo(file);
		return file;
	}

	/**
	 * As {@link #save}, under another name; the style's own name stays.
	 *
	 * @param file the weights file, ending in {@value #WEIGHTS}; the card comes
	 *          beside it
	 * @throws IOException if writing fails
	 */
	public void saveTo(final Path file) throws IOException {
		final String weightsFile = file.getFileName().toString();
		if (!weightsFile.endsWith(WEIGHTS)) throw new IllegalArgumentException(
			"The weights of a style lie in a file that ends in " + WEIGHTS + ", not in \"" +
				file + "\".");
		final byte[] content = encode(weights);
		AtomicFile.write(file, content);
		AtomicFile.write(file.resolveSibling(weightsFile.substring(0, weightsFile
			.length() - WEIGHTS.length()) + CARD), card.withSha256(ModelCard.sha256(
				content)).toJson());
	}

	@Override
	public String toString() {
		return name();
	}
}
