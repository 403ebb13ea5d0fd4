package sc.fiji.tinybeauty.examples.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class MacroOptionsTest {

	@Test
	void wordsBracketsAndQuotes() {
		final Map<String, String> options = MacroOptions.parse("style=natural in=[/a b/c] note='two words' strength=0.5 ");
		assertEquals(List.of("style", "in", "note", "strength"), List.copyOf(options.keySet()));
		assertEquals("natural", options.get("style"));
		assertEquals("/a b/c", options.get("in"));
		assertEquals("two words", options.get("note"));
		assertEquals("0.5", options.get("strength"));
	}

	@Test
	void bracketsNest() {
		assertEquals("/a [1] b", MacroOptions.parse("in=[/a [1] b] x=1").get("in"));
	}

	@Test
	void textInsideAValueIsNoKey() {
		final Map<String, String> options = MacroOptions.parse("in=[/x/style=wild out=here] strength=1");
		assertNull(options.get("style"));
		assertNull(options.get("out"));
		assertEquals("1", options.get("strength"));
	}

	@Test
	void bareKeyMeansTrueAndEmptyStaysEmpty() {
		final Map<String, String> options = MacroOptions.parse("recursive note= Style=A style=B");
		assertEquals("true", options.get("recursive"));
		assertEquals("", options.get("note"));
		assertEquals("A", options.get("style"));
	}

	@Test
	void openBracketsAndQuotesAreWords() {
		assertEquals("[half", MacroOptions.parse("a=[half b=2").get("a"));
		assertEquals("2", MacroOptions.parse("a='half b=2").get("b"));
	}

	@Test
	void othersAlphabetsPass() {
		assertEquals("/é 中/x", MacroOptions.parse("in=[/é 中/x]").get("in"));
	}
}
