package sc.fiji.tinybeauty.examples.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterValuesTest {

	@Test
	void quotedAndPlain() throws LaunchException {
		assertEquals(Map.of("in", "/a b, c=d/é 中", "n", "5", "flag", "true", "s", "it's"),
			ParameterValues.parse("in=\"/a b, c=d/é 中\", n=5 ,flag = true,s='it\\'s'"));
	}

	@Test
	void windowsPathsKeepTheirBackslashes() throws LaunchException {
		assertEquals(Map.of("in", "C:\\new folder\\", "out", "D:\\x"), ParameterValues.parse("in=\"C:\\new folder\\\",out=\"D:\\x\""));
	}

	@Test
	void escapedQuotes() throws LaunchException {
		assertEquals(Map.of("s", "say \"a, b\" now"), ParameterValues.parse("s=\"say \\\"a, b\\\" now\""));
	}

	@Test
	void nothing() throws LaunchException {
		assertTrue(ParameterValues.parse("  ").isEmpty());
		assertEquals(Map.of("a", "", "b", ""), ParameterValues.parse("a=,b=\"\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "word", "a=\"open", "a=\"x\" b=\"y\"", "a b=3", "=3" })
	void malformed(final String text) {
		final LaunchException e = assertThrows(LaunchException.class, () -> ParameterValues.parse(text));
		assertTrue(e.getMessage().contains("key=\"value\""), e.getMessage());
	}
}
