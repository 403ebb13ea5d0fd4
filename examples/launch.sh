# Shared by the scripts of this folder: finds Java and Maven, builds what is missing and starts ImageJ.
# Sourced, never run; $0 is the script that was called.

# The folder of the project, whatever folder the call comes from and however many links lead to the script.
script="${BASH_SOURCE[1]}"
while [ -L "$script" ]; do
	link="$(readlink "$script")"
	case "$link" in
		/*) script="$link" ;;
		*) script="$(dirname "$script")/$link" ;;
	esac
done
examples="$(cd "$(dirname "$script")" && pwd -P)"
project="$(dirname "$examples")"

# Java reads file names as the locale says; in a plain C locale it would see question marks.
if [ "$(locale charmap 2>/dev/null)" != "UTF-8" ]; then
	export LC_ALL=C.UTF-8
fi

fail() {
	echo "$1" >&2
	exit 1
}

# Sets $java, or ends with one sentence.
need_java() {
	remedy="install a JDK 17 or newer, for instance from https://adoptium.net, or set JAVA_HOME to the one you have."
	if [ -n "$JAVA_HOME" ]; then
		java="$JAVA_HOME/bin/java"
		[ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no Java in it: $remedy"
	else
		java="$(command -v java)" || fail "Java is missing: $remedy"
	fi
	java_version="$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -1)"
	[ "${java_version:-0}" -ge 17 ] || fail "Java 17 or newer is needed, and $java is older: $remedy"
}

# Ends with one sentence unless Java, its compiler and Maven are there.
need_build_tools() {
	need_java
	if [ -n "$JAVA_HOME" ]; then
		[ -x "$JAVA_HOME/bin/javac" ] || fail "JAVA_HOME is $JAVA_HOME, a Java without compiler: $remedy"
	else
		command -v javac >/dev/null || fail "The Java found has no compiler: $remedy"
	fi
	command -v mvn >/dev/null ||
		fail "Maven is missing: install it, for instance with \"sudo apt install maven\" or \"brew install maven\"."
}

class_path_file="$examples/target/class-path.txt"

is_built() {
	[ -s "$class_path_file" ] && [ -d "$examples/target/classes" ] || return 1
	newer="$(cd "$project" && find pom.xml */pom.xml */src/main -newer "$class_path_file" -print 2>/dev/null | head -1)"
	[ -z "$newer" ] || return 1
	# Was the folder moved or copied since? The first entry is the plugin's.
	first="$(sed 's/:.*//' "$class_path_file")"
	[ "$(dirname "$first")" -ef "$project/plugin/target" ]
}

# Compiles the project if that was not done since the last change; Maven's words appear only if it fails.
build() {
	is_built && return
	need_build_tools
	echo "Building TinyBeauty (the first time Maven downloads about 150 MB) ..." >&2
	mkdir -p "$examples/target"
	(cd "$project" && mvn -q -B -DskipTests process-classes) >"$examples/target/build.log" 2>&1 || {
		cat "$examples/target/build.log" >&2
		fail "The build failed: the lines above, also in $examples/target/build.log, say why."
	}
	touch "$class_path_file"
}

# Replaces this script by ImageJ. Arguments before a lone -- are options of Java, as with Fiji's launcher.
imagej() {
	jvm=()
	app=()
	for word in "$@"; do
		if [ "$word" = "--" ] && [ ${#jvm[@]} -eq 0 ]; then
			jvm=("${app[@]}")
			app=()
		else
			app+=("$word")
		fi
	done
	options=()
	for word in "${jvm[@]}"; do
		case "$word" in
			--headless) app=("$word" "${app[@]}") ;;
			*) options+=("$word") ;;
		esac
	done
	if [ "$java_version" -ge 22 ]; then
		options+=(--enable-native-access=ALL-UNNAMED)
	fi
	CLASSPATH="$examples/target/classes:$(cat "$class_path_file")" exec "$java" \
		--add-opens=java.base/java.lang=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dai.djl.offline=true -Dslf4j.internal.verbosity=ERROR \
		"${options[@]}" sc.fiji.tinybeauty.examples.launch.Launcher "${app[@]}"
}
