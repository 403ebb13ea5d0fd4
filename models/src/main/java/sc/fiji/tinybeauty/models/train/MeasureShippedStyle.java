package sc.fiji.tinybeauty.models.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.makeup.ResidualPredictor;
import sc.fiji.tinybeauty.models.makeup.Style;

/**
 * Command line that measures a style on the validation faces again and writes the
 * figures into its card, for example after a change of the recipe's renderer:
 *
 * <pre>
 * MeasureShippedStyle --style FILE --recipe NAME|FILE --faces DIR --landmarks FILE
 *     [--cache FILE] [--pictures DIR]
 * </pre>
 *
 * Other entries of the card, and the weights, stay as they are. {@code --pictures}
 * writes the faces as folders that the command Evaluate takes.
 */
public final class MeasureShippedStyle {

	private MeasureShippedStyle() {}

	/**
	 * @param args see the class
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(final String... args) throws IOException {
		final Map<String, String> map = Arguments.of(args,
			"Usage: MeasureShippedStyle --style FILE --recipe NAME|FILE --faces DIR" +
				" --landmarks FILE [--cache FILE] [--pictures DIR]",
			"style,recipe,faces,landmarks",
			"cache,pictures");
		final Path file = Path.of(map.get("style"));
		final Style style = Style.load(file);
		final RecipePairs pairs = RecipeChoice.of(map.get("recipe")).paint(FaceSet
			.open(Path.of(map.get("faces")), Path.of(map.get("landmarks"))), map);
		final Map<String, Double> metrics = new TreeMap<>(style.card().metrics());
		metrics.putAll(CardFigures.of(style, pairs));
		Style.of(style.card().withMetrics(metrics), style.weights()).save(file
			.toAbsolutePath().getParent());
		metrics.forEach((name, value) -> System.out.println(name + ": " + value));
		if (map.containsKey("pictures")) try (ResidualPredictor network =
			ResidualPredictor.open(style, DeviceChoice.CPU))
		{
			ValidationFolder.write(Path.of(map.get("pictures")), new Validation(
				pairs), CardFigures.net(network));
		}
	}
}
