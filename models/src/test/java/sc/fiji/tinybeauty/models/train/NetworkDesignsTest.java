package sc.fiji.tinybeauty.models.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import sc.fiji.tinybeauty.models.graph.NetworkGraph;
import sc.fiji.tinybeauty.models.makeup.TinyBeauty;

class NetworkDesignsTest {

	@Test
	void allKeepToTheBudgetAndToTheSizeOfThePicture() {
		for (final String name : NetworkDesigns.names()) {
			final NetworkGraph graph = NetworkDesigns.graph(name, 64);
			assertTrue(graph.parameterCount() <= TinyBeauty.MAX_PARAMETERS, name);
			assertArrayEquals(new int[] { 3, 64, 64 }, graph.outputs().get(0).shape(),
				name);
		}
	}

	@Test
	void theUNetHasThePublishedNumbers() {
		final NetworkGraph graph = NetworkDesigns.graph("unet", 256);
		assertEquals(80_327, graph.parameterCount());
		assertEquals(674.8e6, graph.multiplyAdds(), 1e5);
	}

	@Test
	void theShippedNetworkTakesAFifthOfItsMultiplications() {
		assertTrue(5 * TinyBeauty.graph().multiplyAdds() < NetworkDesigns.graph(
			"unet", 256).multiplyAdds());
	}

	@Test
	void unknownDesignsAreNamed() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> NetworkDesigns
			.graph("nosuch", 256)).getMessage().contains("TinyBeauty-2"));
	}
}
