package sc.fiji.tinybeauty.models.pairs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class PairSetTest {

	@TempDir
	private Path folder;

	private PairSet whole(final Path out, final int count) throws IOException {
		try (PairSetWriter writer = PairSetWriter.open(out, Drawn.card(count), 2)) {
			while (writer.next() > 0)
				writer.write(batch(writer));
			return writer.finish(List.of(new Problem("a, b.jpg", true, "No face.")));
		}
	}

	private static List<PairSetWriter.Sample> batch(final PairSetWriter writer) {
		final List<PairSetWriter.Sample> samples = new ArrayList<>();
		for (int i = 0; i < writer.next(); i++)
			samples.add(Drawn.sample(writer.done() + i));
		return samples;
	}

	static Map<String, String> bytes(final Path dir) throws IOException {
		final Map<String, String> all = new TreeMap<>();
		try (Stream<Path> files = Files.walk(dir)) {
			for (final Path f : files.filter(Files::isRegularFile).toList())
				all.put(dir.relativize(f).toString(), new String(Files.readAllBytes(f),
					StandardCharsets.ISO_8859_1));
		}
		return all;
	}

	@Test
	void keepsEverything() throws IOException {
		whole(folder, 5);
		final PairSet set = PairSet.open(folder);
		assertEquals(5, set.entries().size());
		for (int i = 0; i < 5; i++) {
			assertEquals(Drawn.entry(i), set.all().get(i));
			final PairPictures expected = Drawn.pictures(5, i, true), got = set.read(set
				.all().get(i));
			assertArrayEquals(expected.bare(), got.bare());
			assertArrayEquals(expected.made(), got.made());
			assertArrayEquals(expected.masks(), got.masks());
		}
		assertEquals(Drawn.card(5), set.card().get());
		assertEquals("file,status,reason\n\"a, b.jpg\",failed,No face.\n", Files.readString(folder
			.resolve("problems.csv")));
		assertFalse(Files.exists(folder.resolve("unfinished")));
	}

	/** The set among the resources was written by the first release of version 1. */
	@Test
	void setsOfVersion1StayReadable() throws Exception {
		final Path old = Path.of(PairSetTest.class.getResource("version1/" +
			"dataset.json").toURI()).getParent();
		final PairSet set = PairSet.open(old);
		assertEquals(Drawn.card(2), set.card().get());
		for (int i = 0; i < 2; i++) {
			assertEquals(Drawn.entry(i), set.all().get(i));
			assertArrayEquals(Drawn.pictures(5, i, true).made(), set.read(set.all().get(
				i)).made());
			assertArrayEquals(Drawn.pictures(5, i, true).masks(), set.read(set.all()
				.get(i)).masks());
		}
		whole(folder, 2);
		for (final String file : List.of("metadata.jsonl", "dataset.json"))
			assertEquals(Files.readString(old.resolve(file)), Files.readString(folder
				.resolve(file)));
	}

	@Test
	void resumedRunLeavesTheSameBytes() throws IOException {
		whole(folder.resolve("a"), 5);
		final Path b = folder.resolve("b");
		try (PairSetWriter writer = PairSetWriter.open(b, Drawn.card(5), 2)) {
			writer.write(batch(writer));
		}
		Files.write(b.resolve("bare").resolve("000002.png"), new byte[9]);
		Files.write(b.resolve("made").resolve(".x.part"), new byte[9]);
		Files.write(b.resolve("unfinished").resolve("batch-000002.jsonl"),
			new byte[0]);
		assertThrows(IOException.class, () -> PairSet.open(b));
		whole(b, 5);
		assertEquals(bytes(folder.resolve("a")), bytes(b));
		whole(b, 5);
		assertEquals(bytes(folder.resolve("a")), bytes(b), "a finished set stays");
	}

	@Test
	void aBatchThatLostAPictureIsMadeAgain() throws IOException {
		whole(folder.resolve("a"), 5);
		final Path b = folder.resolve("b");
		try (PairSetWriter writer = PairSetWriter.open(b, Drawn.card(5), 2)) {
			writer.write(batch(writer));
			writer.write(batch(writer));
		}
		Files.delete(b.resolve("masks").resolve("000001.png"));
		try (PairSetWriter writer = PairSetWriter.open(b, Drawn.card(5), 2)) {
			assertEquals(0, writer.done());
		}
		whole(b, 5);
		assertEquals(bytes(folder.resolve("a")), bytes(b));
	}

	@Test
	void otherSettingsAreRefused() throws IOException {
		try (PairSetWriter writer = PairSetWriter.open(folder, Drawn.card(5), 2)) {
			assertEquals(2, writer.next());
			assertSentence("Another run", () -> PairSetWriter.open(folder, Drawn.card(
				5), 2));
		}
		assertSentence("count: 5 there, 6 now", () -> PairSetWriter.open(folder, Drawn
			.card(6), 2));
		whole(folder, 5);
		assertSentence("count: 5 there, 6 now", () -> PairSetWriter.open(folder, Drawn
			.card(6), 2));
		final Path other = Files.createDirectory(folder.resolve("other"));
		Files.writeString(other.resolve("letter.txt"), "Dear");
		assertSentence("other files", () -> PairSetWriter.open(other, Drawn.card(5),
			2));
		assertEquals(1, other.toFile().list().length);
	}

	@Test
	void rejectedPairsStayAndAreLeftOut() throws IOException {
		PairSet set = whole(folder, 5);
		final int files = bytes(folder).size();
		set = set.reject("000001", true).reject("000003", true).reject("000001",
			false);
		assertEquals(4, set.entries().size());
		assertEquals(set.all(), PairSet.open(folder).all());
		assertTrue(PairSet.open(folder).all().get(3).rejected());
		assertEquals(files, bytes(folder).size());
		assertThrows(IllegalArgumentException.class, () -> PairSet.open(folder)
			.reject("no", true));
	}

	@Test
	void plainFoldersAndTables() throws IOException {
		for (final String name : List.of("b", "a")) {
			final PairPictures p = Drawn.pictures(4, name.hashCode(), false);
			PairFolder.write(folder, PairEntry.annotated(name), p);
		}
		final PairSet plain = PairSet.open(folder);
		assertEquals(List.of("a", "b"), plain.all().stream().map(PairEntry::name)
			.toList());
		assertArrayEquals(Drawn.pictures(4, "b".hashCode(), false).made(), plain.read(
			plain.all().get(1)).made());
		plain.reject("a", true);
		assertEquals(List.of("b"), PairSet.open(folder).entries().stream().map(
			PairEntry::name).toList());
		Files.writeString(folder.resolve("pairs.csv"),
			"made,note,bare\nmade/b.png,x,bare/a.png\n");
		assertEquals("made/b.png", PairSet.open(folder).all().get(0).made());
		Files.delete(folder.resolve("pairs.csv"));
		Files.delete(folder.resolve("made").resolve("b.png"));
		assertSentence("no made-up partner", () -> PairSet.open(folder));
	}

	@Test
	void pairsAreAddedByHand() throws IOException {
		final PairPictures first = Drawn.pictures(4, 1, true), second = Drawn
			.pictures(4, 2, false);
		PairFolder.add(folder, PairEntry.annotated("ä 1").withRights("MIT", "yes"),
			first);
		PairFolder.add(folder, PairEntry.annotated("b"), first);
		PairFolder.add(folder, PairEntry.annotated("ä 1"), second);
		final PairSet set = PairSet.open(folder);
		assertEquals(List.of("ä 1", "b"), set.all().stream().map(PairEntry::name)
			.toList());
		assertArrayEquals(second.made(), set.read(set.all().get(0)).made());
		assertEquals("", set.all().get(0).masks());
		assertThrows(IllegalArgumentException.class, () -> PairFolder.add(folder,
			PairEntry.annotated("../b"), first));
	}

	@Test
	void brokenSetsAreRefusedInOneSentence() throws IOException {
		whole(folder, 3);
		final Path lines = folder.resolve("metadata.jsonl"), card = folder.resolve(
			"dataset.json");
		final String good = Files.readString(lines), goodCard = Files.readString(
			card);
		broken(lines, good.replaceFirst("\"seed\":1000,", ""), "\"seed\" is missing");
		broken(lines, good.replaceFirst("\"seed\":1000", "\"seed\":-1"),
			"whole number");
		broken(lines, good.replaceFirst("\"seed\":1000", "\"seed\":1,\"seed\":1000"),
			"twice");
		broken(lines, good.replaceFirst("made/000000", "../../000000"),
			"made/NAME.png");
		broken(lines, good.replaceFirst("bare/000000", "bare/000001"),
			"made/NAME.png");
		broken(lines, good.replaceFirst("masks/000000", "masks/x"), "masks");
		broken(lines, good.replaceFirst("000000", "000001").replaceFirst("000000",
			"000001").replaceFirst("000000", "000001"), "second time");
		broken(lines, good.replaceFirst("amplified", "dreamt"), "provenance");
		broken(lines, good.replaceFirst("\"confidence\":0.5", "\"confidence\":7"),
			"confidence");
		broken(lines, good.replaceFirst("\"rejected\":false", "\"rejected\":0"),
			"true nor false");
		broken(lines, good.replaceFirst("\"face\"", "\"place\""), "not known");
		broken(lines, good.substring(0, good.length() - 5), "breaks off");
		broken(lines, good.substring(0, good.indexOf('\n') + 1), "lists 1 pairs");
		broken(lines, "[]\n", "no object");
		broken(lines, "\n", "cannot be used");
		broken(card, goodCard.replace("\"formatVersion\": 1", "\"formatVersion\": 2"),
			"version 2");
		broken(card, goodCard.replace("\"seed\": \"1\"", "\"seed\": \"2\""),
			"fingerprint");
		broken(card, "{", "malformed");
		Files.delete(lines);
		assertSentence("has lost its metadata.jsonl", () -> PairSet.open(folder));
	}

	private void broken(final Path file, final String text, final String part)
		throws IOException
	{
		final byte[] good = Files.readAllBytes(file);
		Files.writeString(file, text);
		assertSentence(part, () -> PairSet.open(folder));
		Files.write(file, good);
		PairSet.open(folder);
	}

	@Test
	void brokenPicturesAreRefusedInOneSentence() throws IOException {
		final PairSet set = whole(folder, 2);
		final PairEntry e = set.all().get(0);
		final Path made = set.made(e);
		final byte[] good = Files.readAllBytes(made);
		Files.write(made, Arrays.copyOf(good, 60));
		assertSentence("000000", () -> set.read(e));
		Files.write(made, new byte[20]);
		assertSentence("no kind that Java reads", () -> set.read(e));
		Files.write(made, new RgbPicture(4, 5, new byte[60]).png());
		assertSentence("5 x 5 and 4 x 5", () -> set.read(e));
		Files.delete(made);
		assertSentence("is missing", () -> set.read(e));
	}

	static void assertSentence(final String part,
		final Executable action)
	{
		final String sentence = assertThrows(IOException.class, action).getMessage();
		assertTrue(sentence.contains(part) && sentence.endsWith(".") && !sentence
			.contains("\n"), sentence);
	}
}
