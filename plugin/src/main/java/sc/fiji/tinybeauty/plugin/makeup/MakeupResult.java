package sc.fiji.tinybeauty.plugin.makeup;

import java.util.List;

import ij.ImagePlus;

import sc.fiji.tinybeauty.plugin.report.MakeupRow;

/**
 * What came of a job.
 *
 * @param image the result, or null if no face was found anywhere
 * @param rows a line per face, and one per photograph without a face
 */
public record MakeupResult(ImagePlus image, List<MakeupRow> rows) {
}
