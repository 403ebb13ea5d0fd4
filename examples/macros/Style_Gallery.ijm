// A gallery: a row for every photograph of a folder, bare and in each of the styles, saved as PNG or JPEG.
#@ File (label="Photographs in", style="directory") in
#@ File (label="Gallery", style="save") out
#@ String (label="Styles", value="natural classic smoky wing bronze stage") styles
#@ Integer (label="Cell size in pixels", value=300) cell

names = split(styles, " ");
files = getFileList(in);
rows = 0;
for (i = 0; i < files.length; i++) {
	if (!matches(toLowerCase(files[i]), ".*\\.(jpg|jpeg|png|tif|tiff)")) continue;
	open(in + File.separator + files[i]);
	run("RGB Color");
	bare = getImageID();
	addCell("row", "");
	for (k = 0; k < names.length; k++) {
		selectImage(bare);
		run("Apply Makeup...", "style=[" + names[k] + "] faces=largest output=image");
		made = getImageID();
		addCell("row", "row");
		selectImage(made);
		close();
	}
	selectImage(bare);
	close();
	selectImage("row");
	if (rows > 0) run("Combine...", "stack1=gallery stack2=row combine");
	rename("gallery");
	rows++;
}
if (rows == 0) exit("There is no JPEG, PNG or TIFF file in " + in);
if (endsWith(out, ".jpg")) saveAs("Jpeg", out);
else saveAs("PNG", out);

// Puts a small copy of the active image to the right of the row so far.
function addCell(name, row) {
	run("Scale...", "x=- y=- width=" + cell + " height=" + cell + " interpolation=Bilinear average create title=cell");
	if (row != "") run("Combine...", "stack1=" + row + " stack2=cell");
	rename(name);
}
