package sc.fiji.tinybeauty.models.annotate;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;

/**
 * A colour that annotators can choose.
 *
 * @param name what it is called, without a hint at who wears it
 * @param color "#rrggbb", as recipes mean colours: pigment in even light
 */
public record Swatch(String name, String color) {

	private static final Map<MakeupRegion, List<Swatch>> LISTS = read();

	/** @return the list for a region, from light to deep; empty if it has no colour */
	public static List<Swatch> of(final MakeupRegion region) {
		return LISTS.get(region);
	}

	private static Map<MakeupRegion, List<Swatch>> read() {
		final Map<String, List<Swatch>> lists;
		try (Reader in = new InputStreamReader(Swatch.class.getResourceAsStream(
			"swatches.json"), StandardCharsets.UTF_8))
		{
			lists = new Gson().fromJson(in,
				new TypeToken<Map<String, List<Swatch>>>()
				{}.getType());
		}
		catch (final IOException e) {
			throw new IllegalStateException(
				"The list of colours cannot be read from the models jar; build it again.",
				e);
		}
		final Map<MakeupRegion, List<Swatch>> byRegion = new EnumMap<>(
			MakeupRegion.class);
		for (final MakeupRegion region : MakeupRegion.values())
			byRegion.put(region, List.copyOf(lists.getOrDefault(region.name()
				.toLowerCase(Locale.ROOT), List.of())));
		return byRegion;
	}
}
