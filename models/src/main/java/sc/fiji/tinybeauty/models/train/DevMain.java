package sc.fiji.tinybeauty.models.train;

import java.awt.Polygon;
import java.nio.file.Path;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.tinybeauty.ops.face.*;

final class DevMain {

	static void tint(RandomAccessibleInterval<FloatType> b, Landmarks l, RandomAccessibleInterval<FloatType> m) {
		poly(m, l, FaceMesh478.lipsOuter(), new float[] { .7f, .08f, .15f }, .6f);
		poly(m, l, new int[] { 226, 247, 30, 29, 27, 28, 56, 190, 243, 133,173, 157, 158, 159, 160, 161, 246,33 }, new float[] { .3f, .15f, .25f }, .5f);
		poly(m, l, new int[] { 446, 467, 260, 259, 257, 258, 286, 414, 463,362, 398, 384, 385, 386, 387, 388, 466,263 }, new float[] { .3f, .15f, .25f }, .5f);
	}

	static void poly(RandomAccessibleInterval<FloatType> m, Landmarks l, int[] idx, float[] col, float al) {
		Polygon p = new Polygon();
		for (int i : idx) p.addPoint(Math.round(l.x(i)), Math.round(l.y(i)));
		for (int y = 0; y < 256; y++) for (int x = 0; x < 256; x++) if (p.contains(x, y)) for (int c = 0; c < 3; c++) {
			FloatType t = m.getAt(x, y, c);
			t.set(t.get() * (1 - al) + al * col[c]);
		}
	}

	public static void main(String[] a) throws Exception {
		long t0 = System.nanoTime();
		FaceSet faces = FaceSet.open(Path.of(a[0]), Path.of(a[1]));
		RecipePairs pairs = RecipePairs.paint(faces, DevMain::tint, null);
		System.out.println(pairs.size() + " pairs " + (System.nanoTime() - t0) / 1e9 + " s");
		pairs.leftOut().forEach(System.out::println);
		int steps = Integer.parseInt(a[2]);
		if (steps == 0) return;
		TrainingOptions o = TrainingOptions.standard(steps).withBatch(Integer.parseInt(a[3])).withPartUntil(Double.parseDouble(a[4])).withValidateEvery(200);
		BalancedSampler s = new BalancedSampler(pairs);
		for (int k = 0; k < 3; k++) {
			long t = System.nanoTime();
			Sample sm = new Sample(192, 9);
			Batch b = new Batch(16, 192);
			for (int i = 0; i < 5; i++) BatchFeeder.fill(b, sm, s, o, 1, i);
			System.out.println("fill 16x192: " + (System.nanoTime() - t) / 5e6 + " ms");
		}
		final long[] t = { System.nanoTime(), 0 };
		final var mx = java.lang.management.ManagementFactory.getThreadMXBean();
		new StyleTrainer(sc.fiji.tinybeauty.models.engine.DeviceChoice.CPU).train(pairs, o, new TrainingListener() {

			@Override
			public void step(int step, int n, double loss, double rel) {
				if (step % 25 == 0) {
					System.out.printf("%d loss %.5f rel %.3f  %.0f ms/step cpu %.0f%n", step, loss, rel, (System.nanoTime() - t[0]) / 25e6, (mx.getCurrentThreadCpuTime() - t[1]) / 25e6);
					t[1] = mx.getCurrentThreadCpuTime();
					t[0] = System.nanoTime();
				}
			}

			@Override
			public void validated(int step, ValidationResult r) {
				System.out.println("== " + step + " " + r.all() + " gain " + r.all().gain());
				r.byTone().forEach((k, v) -> System.out.println("   " + k + " " + v));
			}

			@Override
			public void message(String m) {
				System.out.println(m);
			}
		});
	}
}
