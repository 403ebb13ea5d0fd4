package sc.fiji.tinybeauty.examples.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchArgumentsTest {

	@TempDir
	Path folder;

	private String macro, image;

	@BeforeEach
	void files() throws IOException {
		macro = Files.writeString(folder.resolve("a b é中.ijm"), "").toString();
		image = Files.writeString(folder.resolve("photo.png"), "").toString();
	}

	@Test
	void runWithValues() throws LaunchException {
		final LaunchArguments a = LaunchArguments.parse("--ij2", "--headless", "--run", macro, "in=\"x\",out=\"y\"");
		assertTrue(a.headless());
		assertEquals(List.of(new LaunchArguments.MacroCall(Path.of(macro), null, "", "in=\"x\",out=\"y\"")), a.macros());
	}

	@Test
	void macroWithArgumentAndBatch() throws LaunchException {
		assertEquals("hello", LaunchArguments.parse("-macro", macro, "hello").macros().get(0).argument());
		assertFalse(LaunchArguments.parse("-macro", macro).headless());
		assertTrue(LaunchArguments.parse("-batch", macro, "-1").headless());
		assertEquals("-1", LaunchArguments.parse("-batch", macro, "-1").macros().get(0).argument());
	}

	@Test
	void imagesAndCode() throws LaunchException {
		final LaunchArguments a = LaunchArguments.parse(image, "-eval", "print(1);", "--headless");
		assertEquals(List.of(Path.of(image)), a.images());
		assertEquals("print(1);", a.macros().get(0).text());
	}

	@Test
	void mistakesAreOneSentence() {
		assertMessage("--frob", "--frob");
		assertMessage("needs a value", "--run");
		assertMessage("no readable file", "--run", folder.resolve("none.ijm").toString());
		assertMessage("no readable file", folder.resolve("none.png").toString());
		assertMessage("Only ImageJ macros", "--run", image);
		assertMessage("needs something to do", "--headless");
	}

	private static void assertMessage(final String part, final String... args) {
		final String message = assertThrows(LaunchException.class, () -> LaunchArguments.parse(args)).getMessage();
		assertTrue(message.contains(part) && message.endsWith(".") && !message.contains("\n"), message);
	}
}
