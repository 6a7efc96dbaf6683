# saraban: make run shows the whole job on sample documents; make test proves it.
# Each target says what it does; all of them first see to it that nothing is missing.
.PHONY: bench-pages bench-search bench-recipe bench-links help install run test serve screenshots corpus corpus-all model check bench-ocr score calibrate lock
.DEFAULT_GOAL := help

help:              ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /  make \1\t/p' Makefile | expand -t 18

install:           ## install what is missing: apt packages, and the locked Python environment in .venv
	@scripts/install.sh

run: install       ## read the sample inbox, show register, search and trace, then serve it as web pages (SERVE=0: do not)
	@.venv/bin/python scripts/demo.py

test:              ## install what the tests need as well, and run them all
	@scripts/install.sh --tests
	.venv/bin/python -m pytest -n auto --dist loadfile $(PYTEST_ARGS)

serve: install     ## serve the archive of make run as web pages on this machine
	.venv/bin/saraban serve --home build/demo

screenshots:       ## every web page of the archive of make run as pictures, on a desk and on a phone, in build/screenshots
	@scripts/install.sh --tests
	.venv/bin/python scripts/screenshots.py $(SCREENSHOTS_ARGS)

check: install     ## formatting, lint and types
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy

corpus:            ## draw the sample documents anew (needs Chromium, which it installs)
	@scripts/install.sh --corpus
	.venv/bin/python -m corpus.build

corpus-all:        ## draw the letters at every scan level into build/corpus, for measuring
	@scripts/install.sh --corpus
	.venv/bin/python -m corpus.build --only letters --all-levels --out build/corpus

model:             ## train the recogniser anew from Debian's tha (four hours of one core and more)
	$(MAKE) -C corpus/training model
	$(MAKE) -C corpus/training lighter

bench-ocr: install ## compare the reader with stock Tesseract and OCRmyPDF (installs them beside)
	@scripts/install.sh --bench
	.venv/bin/python -m benchmarks.ocr.run --out benchmarks/ocr $(BENCH_ARGS)

bench-recipe: install ## what each step of reading a scanned page gives, and what it costs
	.venv/bin/python -m benchmarks.recipe $(BENCH_ARGS)

bench-search: install ## search archives of 1 thousand to 100 thousand letters, beside three other engines (an hour)
	@test -x build/bench-search/bin/python || .venv/bin/python -m venv build/bench-search
	@build/bench-search/bin/python -m pip install --quiet tantivy==0.27.0 "psycopg[binary]==3.3.9"
	.venv/bin/python -m benchmarks.search $(BENCH_ARGS)

score: install     ## compare what is read with the truth of the sample documents (SCORE_ARGS=--help tells more)
	@.venv/bin/python -m benchmarks.score $(or $(SCORE_ARGS),corpus/built --record --report build/score/report.html)

calibrate: install ## fit the chances of being right on the rules half of the letters, test them on the other
	@.venv/bin/python -m benchmarks.calibration corpus/built $(CALIBRATE_ARGS)

bench-links: install ## link an archive of 10 thousand to 1 million documents: right, wrong, how fast (an hour)
	.venv/bin/python -m benchmarks.linking --first 10000,100000,1000000

bench-pages: install ## every page that an office opens, in an archive of 100 thousand documents (half an hour)
	.venv/bin/python -m benchmarks.pages

lock:              ## choose the newest versions that fit together, and write requirements.lock (needs uv)
	uv lock --upgrade
	uv export --format requirements-txt --no-emit-project --no-header --all-extras --group dev \
	  --no-annotate --quiet --output-file requirements.lock
	@! grep -n '://' requirements.lock || { echo 'requirements.lock names a host' >&2; exit 1; }
