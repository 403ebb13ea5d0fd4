package sc.fiji.tinybeauty.examples.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

class MacroScriptTest {

	private static Context context;

	@BeforeAll
	static void start() {
		context = new Context();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void typesAndDefaults() throws LaunchException {
		final String macro = macro("#@ String name\n#@ int (value=3) n\n#@ Double x\n#@ boolean (value=true) flag\n" +
			"#@ String (choices={\"a\",\"b\"}) c\n#@output String done\nprint(name);", Map.of("name", "say \"é 中\" \\", "x", "2.5"));
		assertEquals("name = \"say \\\"é 中\\\" \\\\\"; n = 3; x = 2.5; flag = true; c = \"a\"; ",
			macro.substring(0, macro.indexOf('\n')));
		assertTrue(macro.split("\n")[6].equals("print(name);"), "line numbers stay true: " + macro);
	}

	@Test
	void filesBecomeAbsolutePaths() throws LaunchException {
		final String macro = macro("#@ File (style=\"directory\") out\n", Map.of("out", "some folder"));
		assertEquals("out = \"" + new File("some folder").getAbsolutePath().replace('\\', '/') + "\"; ", macro.split("\n")[0]);
	}

	@Test
	void missingAndWrongValuesAreOneSentence() {
		final String missing = message("#@ String in\n", Map.of());
		assertTrue(missing.contains("demo.ijm") && missing.contains("in=\"...\""), missing);
		assertTrue(message("#@ int n\n", Map.of("n", "many")).contains("n=many"));
		assertTrue(message("#@ boolean b\n", Map.of("b", "maybe")).contains("b=maybe"));
	}

	@Test
	void undeclaredNamesBecomeText() throws LaunchException {
		assertEquals("a = \"1\"; print(a);", macro("print(a);", Map.of("a", "1")).trim());
	}

	@Test
	void bothEncodingsAreRead(@TempDir final Path folder) throws Exception {
		final Path utf8 = Files.writeString(folder.resolve("a.ijm"), "é中");
		final Path latin = Files.write(folder.resolve("b.ijm"), "é".getBytes(StandardCharsets.ISO_8859_1));
		assertEquals("é中", MacroScript.read(utf8));
		assertEquals("é", MacroScript.read(latin));
	}

	private static String macro(final String text, final Map<String, String> values) throws LaunchException {
		return MacroScript.of(context, "demo.ijm", text).with(values);
	}

	private static String message(final String text, final Map<String, String> values) {
		return assertThrows(LaunchException.class, () -> macro(text, values)).getMessage();
	}
}
