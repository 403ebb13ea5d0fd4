package sc.fiji.tinybeauty.models.evaluate;

/**
 * Figures of several pictures.
 *
 * @param name name of the group
 * @param pictures number of pictures measured
 * @param figures means of per-picture values
 */
public record EvaluationGroup(String name, int pictures, Figures figures) {}
