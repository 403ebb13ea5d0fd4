package sc.fiji.tinybeauty.models.amplify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import sc.fiji.tinybeauty.models.weights.AtomicFile;
import sc.fiji.tinybeauty.models.weights.ModelCard;
import sc.fiji.tinybeauty.models.weights.ModelFileException;
import sc.fiji.tinybeauty.models.weights.SafeTensors;
import sc.fiji.tinybeauty.models.weights.Tensor;

/**
 * Weights of the amplifier's residual diffusion model and their card: the
 * general prior, or one that was fine-tuned on seeds. On disk a pair of files,
 * {@code NAME.safetensors} and {@code NAME.json}.
 *
 * @param weights weights of {@link ResidualDiffusion#graph()}; not to be changed
 * @param card what is known about them
 */
public record Prior(Map<String, Tensor> weights, ModelCard card) {

	private static final String WEIGHTS = ".safetensors", CARD = ".json";
	private static final String SHIPPED = "prior";

	/** @throws IllegalArgumentException if the weights are of another network */
	public Prior {
		ResidualDiffusion.graph().check(weights);
		weights = Map.copyOf(weights);
	}

	/** @return whether a prior comes with this library */
	public static boolean isShipped() {
		return Prior.class.getResource(SHIPPED + WEIGHTS) != null;
	}

	/**
	 * @return the prior that comes with this library
	 * @throws IOException if it is missing or damaged
	 */
	public static Prior shipped() throws IOException {
		return parse(resource(SHIPPED + WEIGHTS), SHIPPED + WEIGHTS, ModelCard
			.parse(resource(SHIPPED + CARD), SHIPPED + CARD));
	}

	private static byte[] resource(final String file) throws IOException {
		try (InputStream in = Prior.class.getResourceAsStream(file)) {
			if (in == null) throw new ModelFileException(file,
				"is missing from this program: install TinyBeauty again");
			return in.readAllBytes();
		}
	}

	/**
	 * Reads weights and the card beside them.
	 *
	 * @param file the {@code .safetensors} file
	 * @return the prior
	 * @throws ModelFileException in one sentence, if a file is missing, damaged
	 *           or does not belong to the other
	 * @throws IOException if a file cannot be read
	 */
	public static Prior load(final Path file) throws IOException {
		if (!file.toString().endsWith(WEIGHTS)) throw new ModelFileException(file
			.toString(), "is no prior: its name must end in " + WEIGHTS);
		if (!Files.isRegularFile(file)) throw new ModelFileException(file
			.toString(), "does not exist");
		if (Files.size(file) > SafeTensors.MAX_FILE) throw new ModelFileException(
			file.toString(), "is larger than any model");
		return parse(Files.readAllBytes(file), file.toString(), ModelCard.read(card(
			file)));
	}

	private static Path card(final Path file) {
		return file.resolveSibling(file.getFileName().toString().replaceFirst(
			"\\.safetensors$", CARD));
	}

	private static Prior parse(final byte[] content, final String file,
		final ModelCard card) throws IOException
	{
		if (!card.architecture().equals(ResidualDiffusion.ARCHITECTURE))
			throw new ModelFileException(file, "holds a network of kind \"" + card
				.architecture() + "\", and this release runs " +
				ResidualDiffusion.ARCHITECTURE);
		if (!card.sha256().equals(ModelCard.sha256(content)))
			throw new ModelFileException(file,
				"does not match its card (the SHA-256 differs): it was changed or " +
					"damaged, so fetch both files again");
		try {
			return new Prior(SafeTensors.parse(content, file), card);
		}
		catch (final IllegalArgumentException exc) {
			throw new ModelFileException(file, "is no prior: " + exc.getMessage()
				.replaceFirst("\\.$", ""), exc);
		}
	}

	/**
	 * @param weights weights of {@link ResidualDiffusion#graph()}
	 * @param name name for the card
	 * @param description one sentence for the card
	 * @param base what the weights were trained from, or null for random ones
	 * @param seed seed of the training
	 * @param steps its steps
	 * @return the prior, whose card holds the hash of its file
	 */
	static Prior of(final Map<String, Tensor> weights, final String name,
		final String description, final Prior base, final long seed,
		final long steps)
	{
		return new Prior(weights, new ModelCard(name, description, base == null
			? "BSD-2-Clause" : base.card.licence(), ResidualDiffusion.ARCHITECTURE,
			ResidualDiffusion.graph().parameterCount(), seed, steps, base == null
				? java.util.List.of() : base.card.trainingData(), Map.of(), ModelCard
					.sha256(encode(weights))));
	}

	private static byte[] encode(final Map<String, Tensor> weights) {
		return SafeTensors.encode(weights, Map.of(), SafeTensors.Precision.F32);
	}

	/**
	 * Writes the weights, exactly, and the card beside them; a reader never sees
	 * half a file.
	 *
	 * @param file a {@code .safetensors} file
	 * @throws IOException if writing fails
	 */
	public void save(final Path file) throws IOException {
		final byte[] content = encode(weights);
		AtomicFile.write(file, content);
		AtomicFile.write(card(file), card.withSha256(ModelCard.sha256(content))
			.toJson());
	}
}
