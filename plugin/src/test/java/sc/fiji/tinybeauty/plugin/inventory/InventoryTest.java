package sc.fiji.tinybeauty.plugin.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.measure.ResultsTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.plugin.command.ModelsAndEngines;

/** The list of models and engines tells the truth. */
class InventoryTest {

	@Test
	void listsEngineNetworksAndStyles(@TempDir final Path folder)
		throws IOException
	{
		final String before = System.getProperty(Styles.FOLDER_PROPERTY);
		System.setProperty(Styles.FOLDER_PROPERTY, folder.toString());
		try {
			Files.write(folder.resolve("broken.safetensors"), new byte[5]);
			final List<Item> items = Inventory.list();
			assertEquals("loaded", items.get(0).state());
			assertTrue(Files.isDirectory(Path.of(items.get(0).path())));
			assertTrue(items.get(0).version().matches("\\d+\\.\\d+\\.\\d+.*"));
			assertTrue(items.get(0).bytes() > 1 << 20);
			assertTrue(items.get(0).devices().startsWith("cpu"));
			assertEquals(2, ready(items, "face network"));
			assertEquals(2, ready(items, "feature network"));
			assertEquals(1, ready(items, "amplifier"));
			assertTrue(items.stream().filter(i -> i.kind().endsWith("network")).allMatch(
				i -> i.bytes() > 1 << 16), items.toString());
			assertEquals(Styles.shipped().size(), ready(items, "style"));
			final Item broken = items.get(items.size() - 1);
			assertEquals("broken", broken.name());
			assertTrue(broken.state().endsWith(".") && broken.state().contains(
				"broken"), broken.state());
		}
		finally {
			if (before == null) System.clearProperty(Styles.FOLDER_PROPERTY);
			else System.setProperty(Styles.FOLDER_PROPERTY, before);
		}
	}

	private static long ready(final List<Item> items, final String kind) {
		return items.stream().filter(i -> i.kind().equals(kind) && i.state().equals(
			"ready")).count();
	}

	@Test
	void isATableOfItsOwn() throws Exception {
		try (Context context = new Context()) {
			final ResultsTable table = (ResultsTable) context.service(
				CommandService.class).run(ModelsAndEngines.class, true).get().getOutput(
					"table");
			assertEquals("kind,name,version,path,size,state,devices", String.join(",",
				table.getHeadings()));
			assertTrue(table.size() >= 3);
		}
	}
}
