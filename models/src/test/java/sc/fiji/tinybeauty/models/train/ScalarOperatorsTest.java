package sc.fiji.tinybeauty.models.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * The engine frees the scalar of {@code x.mul(3f)} before the backward pass reads
 * it, and its swish and L2 loss do the same inside: none may occur where
 * gradients flow.
 */
class ScalarOperatorsTest {

	private static final Pattern SCALAR = Pattern.compile(
		"\\.(mul|div|pow)\\(\\s*(-?[0-9.]+[fFdD]?|\\([a-z]+\\)[^()]*)\\)|swish\\(|L2Loss");

	@Test
	void noneWhereGradientsFlow() throws IOException {
		for (final String folder : List.of("train", "graph", "amplify")) {
			try (Stream<Path> files = Files.list(Path.of(
				"src/main/java/sc/fiji/tinybeauty/models", folder)))
			{
				for (final Path file : files.toList())
					assertFalse(SCALAR.matcher(Files.readString(file)).find(), file +
						" uses an operator with a number");
			}
		}
	}

	@Test
	void theCheckSeesThem() {
		assertTrue(SCALAR.matcher("x.mul(3f)").find());
		assertTrue(SCALAR.matcher("x.pow(2)").find());
		assertTrue(SCALAR.matcher("x.div((float) n)").find());
		assertFalse(SCALAR.matcher("x.mul(m.create(3f))").find());
	}
}
