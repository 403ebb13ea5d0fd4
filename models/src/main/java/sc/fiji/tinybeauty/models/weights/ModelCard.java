package sc.fiji.tinybeauty.models.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.GsonBuilder;

/**
 * What a user should know about a model, kept as a JSON file beside its
 * weights. Field by field: {@code docs/style-format.md}.
 *
 * @param name name under which users choose the model
 * @param description one or two sentences
 * @param licence SPDX identifier of the weights' licence
 * @param architecture name of the network
 * @param parameters number of trained numbers
 * @param seed seed of the training's random draws
 * @param steps optimiser steps taken
 * @param trainingData what it was trained on
 * @param metrics measured quality by name, sorted
 * @param sha256 SHA-256 of the weights file, 64 hexadecimal digits
 */
public record ModelCard(String name, String description, String licence,
	String architecture, long parameters, long seed, long steps,
	List<TrainingData> trainingData, Map<String, Double> metrics, String sha256)
{

	/** Version of the format this release writes and the newest it reads. */
	public static final int FORMAT_VERSION = 1;

	/** Largest card that is read, bytes. */
	public static final int MAX_FILE = 1 << 18;

	/**
	 * A part of the training data.
	 *
	 * @param name name of the data set
	 * @param images number of its images that were used
	 * @param licence its licence
	 * @param credit whom to credit, in one line
	 */
	public record TrainingData(String name, long images, String licence,
		String credit)
	{}

	/** Copies the collections, metrics sorted by name. */
	public ModelCard {
		trainingData = List.copyOf(trainingData);
		metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
	}

	/**
	 * @param content a file
	 * @return its SHA-256 in hexadecimal digits
	 */
	public static String sha256(final byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
				.digest(content));
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new AssertionError("Every Java has SHA-256.", exc);
		}
	}

	/**
	 * @param file a card
	 * @return what it says
	 * @throws ModelFileException if it is not a valid card
	 * @throws IOException if it cannot be read
	 */
	public static ModelCard read(final Path file) throws IOException {
		final String name = file.toString();
		if (!Files.isRegularFile(file)) throw new ModelFileException(name,
			"does not exist");
		if (Files.size(file) > MAX_FILE) throw new ModelFileException(name,
			"is larger than any model card");
		return parse(Files.readAllBytes(file), name);
	}

	/**
	 * @param content a whole card file
	 * @param name what to call it in messages
	 * @return what it says
	 * @throws ModelFileException if it is not a valid card
	 */
	public static ModelCard parse(final byte[] content, final String name)
		throws ModelFileException
	{
		try {
			return CardFields.card(StrictJson.parse(ByteBuffer.wrap(content)));
		}
		catch (final IOException exc) {
			throw new ModelFileException(name, "is not a model card: " + exc
				.getMessage(), exc);
		}
	}

	/** @return the card as JSON in UTF-8; equal cards give equal bytes */
	public byte[] toJson() {
		return (new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create()
			.toJson(CardFields.json(this)) + "\n").getBytes(StandardCharsets.UTF_8);
	}

	/** @return this card with other figures */
	public ModelCard withMetrics(final Map<String, Double> figures) {
		return new ModelCard(name, description, licence, architecture, parameters,
			seed, steps, trainingData, figures, sha256);
	}

	/** @return this card for a weights file with another hash */
	public ModelCard withSha256(final String hash) {
		return new ModelCard(name, description, licence, architecture, parameters,
			seed, steps, trainingData, metrics, hash);
	}
}
