package sc.fiji.tinybeauty.examples.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.tinybeauty.models.makeup.Style;
import sc.fiji.tinybeauty.models.makeup.Styles;
import sc.fiji.tinybeauty.models.pairs.PairEntry;
import sc.fiji.tinybeauty.models.pairs.PairSet;
import sc.fiji.tinybeauty.models.pairs.Provenance;

/** The macro {@code Data_Amplify_Learning.ijm}, the whole way from three painted seeds to measured results. */
class DataAmplifyLearningTest {

	private static final Path FACES = Path.of("..", "models", "src", "test", "resources", "sc", "fiji", "tinybeauty",
		"models", "face");
	private static final String PAINT = "setBatchMode(true); dirs = split('%s', ':'); for (d = 0; d < dirs.length; d++) {" +
		" f = getFileList(dirs[d] + '/bare'); for (i = 0; i < f.length; i++) { open(dirs[d] + '/bare/' + f[i]);" +
		" run('Render Recipe...', 'recipe=stage output=image'); saveAs('PNG', dirs[d] + '/made/' + f[i]); close('*'); } }";

	@TempDir
	Path temp;

	@Test
	void fromSeedsToAMeasuredStyle() throws Exception {
		final Path seeds = people("my seeds é 中", "light", "tan", "dark"), truth = people("truth", "brown", "intermediate");
		final Path out = temp.resolve("all of it é 中"), picture = FACES.resolve("brown.png").toAbsolutePath().normalize();
		final ChildJvm.Outcome outcome = ChildJvm.headless(temp, "-eval", PAINT.formatted(seeds + ":" + truth),
			"--run", Path.of("macros", "Data_Amplify_Learning.ijm").toString(),
			"seeds=\"" + seeds + "\",faces=\"" + truth.resolve("bare") + "\",out=\"" + out + "\",name=\"My look 1\",count=6," +
				"finetune=no,steps=6,picture=\"" + picture + "\",truth=\"" + truth + "\"");
		assertEquals(0, outcome.code(), outcome.out() + outcome.err());
		pairsAreWhole(PairSet.open(out.resolve("pairs")));
		assertEquals(Style.load(out.resolve("My look 1.safetensors")).card().name(), "My look 1");
		assertTrue(listed("My look 1"));
		madeUpInsideTheFaceOnly(picture, out.resolve("brown-My look 1.png"));
		final List<String> rows = Files.readAllLines(out.resolve("evaluation.csv"));
		final int gain = Arrays.asList(rows.get(0).split(",")).indexOf("gain_db");
		assertTrue(Double.parseDouble(rows.get(1).split(",")[gain]) > -20, rows.get(1));
		assertTrue(rows.stream().anyMatch(r -> r.contains("intermediate")), rows.toString());
		assertTrue(outcome.out().contains("6 pairs amplified in "), outcome.out());
	}

	/** @return a folder with the people in bare/ and an empty made/ */
	private Path people(final String name, final String... faces) throws Exception {
		final Path folder = temp.resolve(name);
		Files.createDirectories(folder.resolve("made"));
		Files.createDirectories(folder.resolve("bare"));
		for (final String face : faces)
			Files.copy(FACES.resolve(face + ".png"), folder.resolve("bare").resolve(face + ".png"));
		return folder;
	}

	private static void pairsAreWhole(final PairSet set) {
		assertEquals(3, set.all().stream().filter(e -> e.provenance() == Provenance.ANNOTATED).count());
		assertEquals(9, set.all().size());
		for (final PairEntry e : set.all())
			for (final String file : new String[] { e.bare(), e.made(), e.masks() })
				assertEquals(256, IJ.openImage(set.folder().resolve(file).toString()).getWidth(), file);
	}

	/** The list of Apply Makeup, as it is with that home folder. */
	private boolean listed(final String style) {
		final String before = System.setProperty(Styles.FOLDER_PROPERTY, temp.resolve(".tinybeauty").resolve("styles").toString());
		try {
			return Styles.names().contains(style);
		}
		finally {
			if (before == null) System.clearProperty(Styles.FOLDER_PROPERTY);
			else System.setProperty(Styles.FOLDER_PROPERTY, before);
		}
	}

	private static void madeUpInsideTheFaceOnly(final Path bare, final Path made) {
		final double[] middle = difference(bare, made, 90, 90, 76, 110), corner = difference(bare, made, 0, 0, 40, 24);
		assertTrue(middle[0] > 2, "the face changes by " + middle[0]);
		assertTrue(corner[1] <= 3, "the background changes by " + corner[1]);
	}

	/** @return mean and largest difference in a rectangle, of 255 */
	private static double[] difference(final Path a, final Path b, final int x, final int y, final int w, final int h) {
		final ImagePlus one = IJ.openImage(a.toString()), two = IJ.openImage(b.toString());
		double sum = 0, most = 0;
		for (int i = 0; i < w * h; i++)
			for (int c = 0; c < 3; c++) {
				final int d = Math.abs(one.getPixel(x + i % w, y + i / w)[c] - two.getPixel(x + i % w, y + i / w)[c]);
				sum += d;
				most = Math.max(most, d);
			}
		return new double[] { sum / (3 * w * h), most };
	}
}
