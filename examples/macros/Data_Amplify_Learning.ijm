// Data amplify learning in one go: a few retouched pairs in, a style of one's own out.
// The pairs' make-up is amplified onto the bare faces, a style is trained on that and applied to a photograph; if true
// pairs of other people are given, they measure it. An interrupted macro goes on where it stopped, with the same values.
#@ File (label="Seed pairs in (bare/ and made/)", style="directory") seeds
#@ File (label="Bare faces in", style="directory") faces
#@ File (label="Everything to", style="directory") out
#@ String (label="Name of the style", value="My look") name
#@ Integer (label="Pairs to amplify", value=2000) count
#@ String (label="Fine-tuning", choices={"auto", "no", "yes"}, value="auto") finetune
#@ Double (label="Minutes of training", value=30) minutes
#@ Integer (label="Steps of training (0: by the time)", value=0) steps
#@ Integer (label="Seed", value=1) seed
#@ File (label="Photograph to make up (empty: a sample)", style="open", required=false) picture
#@ File (label="True pairs to evaluate with (may be empty)", style="directory", required=false) truth

setBatchMode(true);
File.makeDirectory(out);
begun = getTime();
run("Amplify Dataset...", "seeds=[" + seeds + "] faces=[" + faces + "] out=[" + out + "/pairs] count=" + count +
	" finetune=" + finetune + " seed=" + seed);
amplified = getTime();
print(count + " pairs amplified in " + seconds(begun, amplified) + ", " + d2s((amplified - begun) / 1000 / count, 2) +
	" s each: " + out + "/pairs");

style = out + "/" + name + ".safetensors";
run("Train Style...", "pairs=[" + out + "/pairs] name=[" + name + "] out=[" + style + "] minutes=" + minutes + " steps=" +
	steps + " seed=" + seed);
close("*");
print("Style trained in " + seconds(amplified, getTime()) + ": " + style);

if (picture == "") run("Astronaut Portrait");
else open(picture);
title = File.getNameWithoutExtension(getTitle());
run("Apply Makeup...", "style=[" + name + "] output=image");
saveAs("PNG", out + "/" + title + "-" + name + ".png");
close("*");
print("Made up: " + out + "/" + title + "-" + name + ".png");

if (truth != "") {
	results = out + "/results";
	File.makeDirectory(results);
	run("Apply Makeup to Folder...", "in=[" + truth + "/bare] out=[" + results + "] style=[" + name + "]");
	run("Evaluate...", "bare=[" + truth + "/bare] truth=[" + truth + "/made] result=[" + results + "] out=[" + out +
		"/evaluation.csv]");
	close("*");
	print("Evaluated: " + out + "/evaluation.csv");
}

function seconds(from, to) {
	return d2s((to - from) / 1000, 0) + " s";
}
