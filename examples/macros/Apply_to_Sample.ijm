// Applies a style to the sample photograph and saves the picture.
#@ String (value="natural") style
#@ Double (value=1.0) strength
#@ File (style="save") out

run("Astronaut Portrait");
run("Apply Makeup...", "style=[" + style + "] strength=" + strength + " output=image");
saveAs("PNG", out);
