#!/usr/bin/env bash
# Installs what saraban needs and this machine lacks: apt packages, and the locked Python
# environment in .venv. Says each step; does nothing, quickly, when nothing is missing.
#
#   scripts/install.sh            what the archive needs
#   scripts/install.sh --tests    also what its tests need (PostgreSQL beside the built-in SQLite, Chromium, fonts)
#   scripts/install.sh --bench    also the readers it is compared with (Debian's Thai models, OCRmyPDF)
#                                 and what draws the pages to compare them on (Chromium, fonts)
#   scripts/install.sh --corpus   also what draws the sample documents anew (Chromium, fonts)
#
# PYTHON=/path/to/python3.12 chooses the interpreter.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '== %s\n' "$*" >&2; }
fail() { printf 'saraban cannot be installed: %s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {  # apt_install PACKAGE...: installs them, or names what is missing
  command -v apt-get >/dev/null || fail "missing: $*. There is no apt-get here; install the equivalent packages of your system and try again."
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    fail "missing: $*. Ask an administrator to run: apt-get install $*"
  fi
  say "Installing with apt: $*"
  as_root apt-get update -qq || say "apt-get update failed; trying with the package lists at hand"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    fail "apt could not install: $*. Run 'apt-get install $*' to see why."
}

# --- programs -----------------------------------------------------------------------------------
missing=()
command -v tesseract >/dev/null || missing+=(tesseract-ocr)
command -v pdftoppm >/dev/null || missing+=(poppler-utils)
if [ "${1:-}" = --corpus ]; then
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium)
  fc-list 2>/dev/null | grep -q Norasi || missing+=(fontconfig fonts-thai-tlwg)
fi
if [ "${1:-}" = --tests ]; then
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || missing+=(postgresql)
  [ -e /usr/share/fonts/truetype/tlwg/Loma-Bold.ttf ] || missing+=(fonts-thai-tlwg)  # stamps are drawn in them
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium)
fi
if [ "${1:-}" = --bench ]; then
  tesseract --list-langs 2>/dev/null | grep -qx tha || missing+=(tesseract-ocr-tha)
  tesseract --list-langs 2>/dev/null | grep -qx Thai || missing+=(tesseract-ocr-script-thai)
  command -v gs >/dev/null || missing+=(ghostscript)
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium)
  fc-list 2>/dev/null | grep -q Laksaman || missing+=(fonts-thai-tlwg)
fi
if [ ${#missing[@]} -gt 0 ]; then apt_install "${missing[@]}"; fi
tesseract_version=$(tesseract --version 2>&1 | sed -n '1s/[^0-9]*\([0-9]*\).*/\1/p')
[ "${tesseract_version:-0}" -ge 5 ] || fail "Tesseract 5 or newer is needed; this machine has $(tesseract --version 2>&1 | head -n 1)."
say "Programs: Tesseract $tesseract_version and Poppler are here"

# --- Python -------------------------------------------------------------------------------------
fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
python=""
for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
  if command -v "$candidate" >/dev/null && fits "$candidate"; then python=$candidate; break; fi
done
[ -n "$python" ] || fail "missing: Python 3.11 or newer. Install it, or name it: PYTHON=/path/to/python3.11 make install"

if [ "${1:-}" = --bench ] && [ ! -x build/bench/bin/ocrmypdf ]; then
  say "OCRmyPDF: installing it into build/bench, apart from saraban"
  "$python" -m venv --clear build/bench && build/bench/bin/python -m pip install --quiet ocrmypdf==17.13.0 ||
    fail "OCRmyPDF could not be installed into build/bench."
fi

stamp=".venv/.installed"
version=$("$python" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])')
wanted=$({ cat requirements.lock pyproject.toml; echo "$version $PWD"; } | sha256sum | cut -d' ' -f1)
if [ -x .venv/bin/saraban ] && .venv/bin/python -c '' 2>/dev/null &&
  [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
  say "Python environment: .venv is up to date"
  exit 0
fi

if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
  apt_install "python${version%.*}-venv"
fi
if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  say "Python environment: making .venv with Python $version"
  "$python" -m venv --clear .venv || fail "python -m venv could not make .venv."
fi
pip=(.venv/bin/python -m pip --disable-pip-version-check --quiet)
say "Python environment: installing the locked packages (minutes the first time)"
"${pip[@]}" install --require-hashes --no-deps -r requirements.lock ||
  fail "the Python packages of requirements.lock could not be installed; is a package registry reachable?"
"${pip[@]}" install --no-deps --no-build-isolation -e . ||
  fail "saraban itself could not be installed into .venv."
echo "$wanted" >"$stamp"
say "Python environment: ready; the command is .venv/bin/saraban"
