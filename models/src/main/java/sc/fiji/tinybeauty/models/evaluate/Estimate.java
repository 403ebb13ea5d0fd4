package sc.fiji.tinybeauty.models.evaluate;

/**
 * A figure of a set of pictures.
 *
 * @param value the figure; not a number for fewer than two pictures
 * @param low lower end of the 95 % bootstrap interval
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {}
