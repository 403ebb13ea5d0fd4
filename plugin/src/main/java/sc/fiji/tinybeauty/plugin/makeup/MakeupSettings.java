package sc.fiji.tinybeauty.plugin.makeup;

import sc.fiji.tinybeauty.models.engine.DeviceChoice;
import sc.fiji.tinybeauty.models.face.Search;
import sc.fiji.tinybeauty.models.makeup.FaceSelection;
import sc.fiji.tinybeauty.models.makeup.Strengths;

/**
 * Everything that decides what make-up does to a photograph.
 *
 * @param style name of a shipped style, or a style file
 * @param strengths how strong
 * @param faces which faces
 * @param search how hard to search for them
 * @param device where to run
 */
public record MakeupSettings(String style, Strengths strengths,
	FaceSelection faces, Search search, DeviceChoice device)
{
}
