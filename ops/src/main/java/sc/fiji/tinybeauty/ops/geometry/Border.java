package sc.fiji.tinybeauty.ops.geometry;

/** What lies outside a photograph. */
public enum Border {
	/** The nearest pixel of its edge. */
	REPLICATE,
	/** Black. */
	ZERO
}
