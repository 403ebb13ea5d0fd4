package sc.fiji.tinybeauty.models.amplify;

/** A model of another kind fits behind the same interface. */
class StandInBackboneTest extends ResidualBackboneContract {

	@Override
	ResidualBackbone create() {
		return Seeds.standIn(0.01f);
	}
}
