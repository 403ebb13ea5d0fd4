// Makes up the active image and puts the original beside the result, as one picture to show around.
#@ String (label="Style", value="natural") style
#@ Double (label="Strength", value=1.0) strength

if (nImages == 0) run("Astronaut Portrait");
before = getImageID();
title = File.getNameWithoutExtension(getTitle());
run("Apply Makeup...", "style=[" + style + "] strength=" + strength + " output=image");
rename("after");
selectImage(before);
run("Duplicate...", "title=before");
run("RGB Color");
run("Combine...", "stack1=before stack2=after");
rename(title + "-before-after");
