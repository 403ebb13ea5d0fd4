package sc.fiji.tinybeauty.plugin.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.measure.ResultsTable;

import sc.fiji.tinybeauty.models.amplify.Prior;
import sc.fiji.tinybeauty.models.engine.EngineReport;
import sc.fiji.tinybeauty.models.engine.TorchEngine;
import sc.fiji.tinybeauty.models.evaluate.Evaluation;
import sc.fiji.tinybeauty.models.face.FaceFinder;
import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.models.weights.ModelCard;

/** Lists engine, networks and styles. */
public final class Inventory {

	private static final String INSIDE = "in this plugin";
	private static final long BYTES_PER_WEIGHT = 4;

	private Inventory() {}

	/**
	 * Lists everything. An installed engine is loaded for it, which tells whether
	 * it works and on which devices.
	 *
	 * @return the engine, face networks, the amplifier's, those that Evaluate
	 *         describes pictures with, then styles
	 */
	public static List<Item> list() {
		final List<Item> items = new ArrayList<>();
		items.add(engine());
		final String devices = items.get(0).devices();
		for (final String name : List.of("detector", "mesh"))
			items.add(network("face network", FaceFinder.class, name, devices));
		items.add(network("amplifier", Prior.class, "prior", devices));
		for (final String name : List.of("efficientnet-lite0", "identity"))
			items.add(network("feature network", Evaluation.class, name, devices));
		for (final String style : Styles.names())
			items.add(style(style, devices));
		return items;
	}

	/**
	 * @param items what {@link #list} found
	 * @return a table with a line for each
	 */
	public static ResultsTable table(final List<Item> items) {
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		for (final Item item : items) {
			table.incrementCounter();
			table.addValue("kind", item.kind());
			table.addValue("name", item.name());
			table.addValue("version", item.version());
			table.addValue("path", item.path());
			table.addValue("size", size(item.bytes()));
			table.addValue("state", item.state());
			table.addValue("devices", item.devices());
		}
		return table;
	}

	private static Item engine() {
		try {
			TorchEngine.ensureLoaded();
		}
		catch (final IllegalStateException e) {
			// the report says the same
		}
		final EngineReport report = TorchEngine.report();
		final boolean fine = report.state() == EngineReport.State.LOADED;
		return new Item("engine", "PyTorch", report.version(), report.path() == null
			? "" : report.path().toString(), report.bytes(), fine ? "loaded" : report
				.message(), !fine ? "" : report.gpu() ? "cpu, gpu" : "cpu");
	}

	/** A network that lies beside a class, with its card. */
	private static Item network(final String kind, final Class<?> owner,
		final String name, final String devices)
	{
		try (InputStream in = owner.getResourceAsStream(name + ".json")) {
			if (in == null) throw new IOException("The " + kind + " " + name +
				" is missing: install TinyBeauty again.");
			final ModelCard card = ModelCard.parse(in.readAllBytes(), name + ".json");
			return new Item(kind, card.architecture(), version(card), INSIDE, owner
				.getResource(name + Style.WEIGHTS).openConnection()
				.getContentLengthLong(), "ready", devices);
		}
		catch (final IOException e) {
			return new Item(kind, name, "", INSIDE, 0, e.getMessage(), "");
		}
	}

	private static Item style(final String name, final String devices) {
		final Path file = Styles.folder().resolve(name + Style.WEIGHTS);
		final boolean own = !Styles.shipped().contains(name);
		try {
			final Style style = Styles.byNameOrFile(name);
			final long bytes = own ? Files.size(file) : style.card().parameters() *
				BYTES_PER_WEIGHT;
			return new Item("style", name, version(style.card()), own ? file
				.toString() : INSIDE, bytes, "ready", devices);
		}
		catch (final IOException | RuntimeException e) {
			return new Item("style", name, "", own ? file.toString() : INSIDE, 0, e
				.getMessage(), "");
		}
	}

	/** Models carry no version number; their hash tells them apart. */
	private static String version(final ModelCard card) {
		return card.sha256().substring(0, Math.min(8, card.sha256().length()));
	}

	private static String size(final long bytes) {
		if (bytes == 0) return "";
		return bytes < 1 << 20 ? String.format(Locale.ROOT, "%.0f kB", bytes /
			1024.0) : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
	}
}
