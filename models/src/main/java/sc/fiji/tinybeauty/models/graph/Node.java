package sc.fiji.tinybeauty.models.graph;

import java.util.List;

/**
 * One step of a {@link NetworkGraph}.
 *
 * @param op what it computes
 * @param inputs results it reads
 * @param output its result
 */
public record Node(Op op, List<Value> inputs, Value output) {

	/** @return the first, for most steps the only input */
	public Value input() {
		return inputs.get(0);
	}
}
