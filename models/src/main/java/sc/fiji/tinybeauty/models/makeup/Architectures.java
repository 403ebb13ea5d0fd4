package sc.fiji.tinybeauty.models.makeup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import sc.fiji.tinybeauty.models.graph.NetworkGraph;

/** The networks that styles may be of, by the name in their cards. */
public final class Architectures {

	private static final Map<String, NetworkGraph> KNOWN = new LinkedHashMap<>();

	static {
		KNOWN.put(TinyBeauty.ARCHITECTURE, TinyBeauty.graph());
		KNOWN.put(TinyBeauty2.ARCHITECTURE, TinyBeauty2.graph(TinyBeauty.SIZE));
		KNOWN.put(TinyBeautyH2.ARCHITECTURE, TinyBeautyH2.graph(TinyBeauty.SIZE));
	}

	private Architectures() {}

	/** @return all names, that of new styles first */
	public static Set<String> names() {
		return KNOWN.keySet();
	}

	/**
	 * @param name name in a card
	 * @return the network for crops of {@link TinyBeauty#SIZE} pixels, or null if
	 *         this release does not know it
	 */
	public static NetworkGraph graph(final String name) {
		return KNOWN.get(name);
	}
}
