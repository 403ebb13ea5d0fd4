@echo off
rem Starts ImageJ with this build of TinyBeauty, with arguments as Fiji's launcher takes them: see examples/fiji,
rem whose twin for Windows this is.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "examples=%~dp0"
set "examples=%examples:~0,-1%"
for %%d in ("%examples%\..") do set "project=%%~fd"
set "class_path_file=%examples%\target\class-path.txt"
set "remedy=install a JDK 17 or newer, for instance from https://adoptium.net, or set JAVA_HOME to the one you have."

set "java=java.exe"
if not defined JAVA_HOME goto find_java
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto java_found
>&2 echo JAVA_HOME is "%JAVA_HOME%", but there is no Java in it: %remedy%
exit /b 1

:find_java
where java.exe >nul 2>nul
if not errorlevel 1 goto java_found
>&2 echo Java is missing: %remedy%
exit /b 1

:java_found
set "version_file=%TEMP%\tinybeauty-java-%RANDOM%.txt"
"%java%" -version 2>"%version_file%"
set "major=0"
for /f "usebackq tokens=2,3" %%a in ("%version_file%") do if "%%a"=="version" for /f "delims=.-+" %%m in ("%%~b") do set "major=%%m"
del "%version_file%" >nul 2>nul
if %major% GEQ 17 goto check_build
>&2 echo Java 17 or newer is needed, and the one found is older: %remedy%
exit /b 1

:check_build
rem Built, and nothing changed or moved since?
set "newer=$f = Get-Item -LiteralPath $env:class_path_file -ErrorAction SilentlyContinue; if (-not $f -or $f.Length -eq 0) { exit 1 }"
set "newer=%newer%; if (-not (Get-Content -LiteralPath $f.FullName -Raw).StartsWith((Join-Path $env:project 'plugin\target'))) { exit 1 }"
set "newer=%newer%; $s = 'pom.xml', 'ops', 'models', 'plugin', 'examples' | ForEach-Object { Join-Path $env:project $_ }"
set "newer=%newer%; $n = Get-ChildItem -LiteralPath $s -Recurse -File | Where-Object { ($_.Name -eq 'pom.xml' -or $_.FullName -like '*\src\main\*') -and $_.LastWriteTime -gt $f.LastWriteTime } | Select-Object -First 1"
set "newer=%newer%; if ($n) { exit 1 } else { exit 0 }"
powershell -NoProfile -Command "%newer%"
if not errorlevel 1 goto start

where mvn >nul 2>nul
if not errorlevel 1 goto build
>&2 echo Maven is missing: install it, for instance with "winget install Apache.Maven" or from https://maven.apache.org.
exit /b 1

:build
>&2 echo Building TinyBeauty (the first time Maven downloads about 150 MB) ...
if not exist "%examples%\target" mkdir "%examples%\target"
pushd "%project%"
call mvn -q -B -DskipTests process-classes >"%examples%\target\build.log" 2>&1
set "built=%errorlevel%"
popd
if "%built%"=="0" goto start
type "%examples%\target\build.log" 1>&2
>&2 echo The build failed: the lines above, also in "%examples%\target\build.log", say why.
exit /b 1

:start
set "jar_files="
for /f "usebackq delims=" %%c in ("%class_path_file%") do set "jar_files=%%c"
set "CLASSPATH=%examples%\target\classes;%jar_files%"
set "native_access="
if %major% GEQ 22 set "native_access=--enable-native-access=ALL-UNNAMED"
"%java%" --add-opens=java.base/java.lang=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dai.djl.offline=true -Dslf4j.internal.verbosity=ERROR %native_access% sc.fiji.tinybeauty.examples.launch.Launcher %*
exit /b %errorlevel%
