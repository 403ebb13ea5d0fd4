// Applies a style to every photograph of a folder. The macro fails, after all the others are done, if a photograph failed;
// results.csv in the output folder says which and why.
#@ File (label="Photographs in", style="directory") in
#@ File (label="Results to", style="directory") out
#@ String (label="Style", value="natural") style
#@ Double (label="Strength", value=1.0) strength
#@ String (label="Format", choices={"png", "tiff", "jpg"}) format

run("Apply Makeup to Folder...", "in=[" + in + "] out=[" + out + "] style=[" + style + "] strength=" + strength +
	" format=" + format);
