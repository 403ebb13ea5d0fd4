package sc.fiji.tinybeauty.models.recipe;

import com.google.gson.Gson;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.tinybeauty.ops.face.Landmarks;

/** Command line: renders a recipe on a picture of a face. */
public final class RenderRecipe {

	private RenderRecipe() {}

	/**
	 * @param args recipe file or shipped name, picture, landmarks (JSON list of
	 *          478 [x, y] in the picture's pixels), result (PNG)
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(final String... args) throws IOException {
		if (args.length != 4) {
			System.err.println(
				"Usage: RenderRecipe RECIPE.json|NAME FACE.png LANDMARKS.json OUT.png");
			System.exit(2);
		}
		final Recipe recipe = Recipe.SHIPPED.contains(args[0]) ? Recipe.shipped(
			args[0]) : Recipe.read(Path.of(args[0]));
		final BufferedImage image = ImageIO.read(new File(args[1]));
		if (image == null) throw new IOException("The file " + args[1] +
			" is no picture that Java can read; convert it to PNG.");
		final float[][] points = new Gson().fromJson(Files.readString(Path.of(
			args[2])), float[][].class);
		final float[] xy = new float[2 * points.length];
		for (int i = 0; i < points.length; i++) {
			xy[2 * i] = points[i][0];
			xy[2 * i + 1] = points[i][1];
		}
		ImageIO.write(render(image, new Landmarks(xy), recipe), "png", new File(
			args[3]));
	}

	/** @return the picture with make-up */
	public static BufferedImage render(final BufferedImage image,
		final Landmarks landmarks, final Recipe recipe)
	{
		final int w = image.getWidth(), h = image.getHeight(), n = w * h;
		final int[] rgb = image.getRGB(0, 0, w, h, null, 0, w);
		final float[] bare = new float[3 * n], made = new float[3 * n];
		for (int i = 0; i < n; i++)
			for (int c = 0; c < 3; c++)
				bare[c * n + i] = (rgb[i] >> 16 - 8 * c & 255) / 255f;
		RecipeRenderer.render(ArrayImgs.floats(bare, w, h, 3), landmarks, recipe,
			ArrayImgs.floats(made, w, h, 3));
		for (int i = 0; i < n; i++) {
			rgb[i] = 0;
			for (int c = 0; c < 3; c++)
				rgb[i] |= Math.round(255 * made[c * n + i]) << 16 - 8 * c;
		}
		final BufferedImage result = new BufferedImage(w, h,
			BufferedImage.TYPE_INT_RGB);
		result.setRGB(0, 0, w, h, rgb, 0, w);
		return result;
	}
}
