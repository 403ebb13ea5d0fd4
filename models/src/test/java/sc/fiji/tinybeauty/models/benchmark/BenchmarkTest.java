package sc.fiji.tinybeauty.models.benchmark;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Starts the benchmark through Maven, when asked to. */
class BenchmarkTest {

	@Test
	@EnabledIfSystemProperty(named = "tinybeauty.benchmark", matches = "true")
	void benchmark() throws Exception {
		Benchmark.main(new String[0]);
	}
}
