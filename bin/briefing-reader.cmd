@echo off
rem Run Briefing Reader from its source folder; on Windows that is always Electron itself.
setlocal
for %%I in ("%~dp0..") do set "root=%%~fI"
if not exist "%root%\out\main\index.js" node "%root%\scripts\setup.mjs" <nul 1>&2 || exit /b 1
if not exist "%root%\node_modules\electron\dist\electron.exe" node "%root%\scripts\setup.mjs" <nul 1>&2 || exit /b 1
"%root%\node_modules\electron\dist\electron.exe" "%root%" %*
exit /b %errorlevel%
