# Two commands matter: `make run` opens the sample shop, `make test` runs everything we know.
# Python 3.11 or newer and make are all a machine must have; the rest goes into .venv.

VENV        := .venv
PYTHON      := $(VENV)/bin/python
BASE_PYTHON ?=
UV          ?= uv
ARGS        ?=

OFFSCREEN   := QT_QPA_PLATFORM=offscreen
SOURCES     := main.py pos_companion ui tests tools
TEMPLATE    := build/pos_companion.pot
CATALOGUES  := $(wildcard resources/locale/*/LC_MESSAGES/pos_companion.po)

.NOTPARALLEL:
.PHONY: help run test lint format torture torture-full bench bench-find bench-usual shots locale locale-check locks machine clean

help:
	@echo "make run      open the sample shop (ARGS='…' goes to main.py)"
	@echo "make test     the whole test suite, without a screen (ARGS='…' goes to pytest)"
	@echo "make lint     ruff, mypy, import-linter, catalogues"
	@echo "make format   let ruff lay out the code"
	@echo "make bench    how fast, on a real grocer's sales, bench-find and bench-usual"
	@echo "make bench-find  who is found, how well and how fast, in invented towns (ARGS='--million')"
	@echo "make torture  kills, power cuts, damage: some minutes; make torture-full before a release (hours)"
	@echo "make bench-usual  how good the usual order is, on households it has not seen"
	@echo "make shots    every screen as a PNG in build/shots"
	@echo "make locale   bring the catalogues up to date with the code"
	@echo "make locks    pin newer versions (needs uv)"
	@echo "make clean    remove everything that was made here"

run: machine $(VENV)/run.stamp $(CATALOGUES:.po=.mo)
	@$(PYTHON) main.py --samples $(ARGS)

test: machine $(VENV)/dev.stamp $(CATALOGUES:.po=.mo)
	@$(OFFSCREEN) $(PYTHON) -m pytest -n 2 $(ARGS)

lint: $(VENV)/dev.stamp locale-check
	@$(PYTHON) -m ruff check $(SOURCES)
	@$(PYTHON) -m ruff format --check $(SOURCES)
	@$(PYTHON) -m mypy
	@$(VENV)/bin/lint-imports --no-cache --no-logo

format: $(VENV)/dev.stamp
	@$(PYTHON) -m ruff check --fix $(SOURCES)
	@$(PYTHON) -m ruff format $(SOURCES)

# The program is killed, its power is cut and its files are damaged; it has to keep its word.

torture: machine $(VENV)/dev.stamp
	@$(PYTHON) -m tests.torture $(ARGS)

torture-full: machine $(VENV)/dev.stamp
	@$(PYTHON) -m tests.torture --full $(ARGS)

bench: $(VENV)/bench.stamp
	@$(PYTHON) -m tests.bench $(ARGS)
	@$(PYTHON) -m tests.bench.find
	@$(PYTHON) -m tests.bench.usual_quality

bench-find: $(VENV)/bench.stamp
	@$(PYTHON) -m tests.bench.find $(ARGS)

bench-usual: $(VENV)/bench.stamp
	@$(PYTHON) -m tests.bench.usual_quality $(ARGS)

shots: machine $(VENV)/dev.stamp $(CATALOGUES:.po=.mo)
	@$(OFFSCREEN) $(PYTHON) -m tests.shots $(ARGS)

# Texts: the code is read into a template, the template into each language, each language compiled.

locale: $(TEMPLATE)
	@for po in $(CATALOGUES); do $(PYBABEL) update $(UPDATE) --output-file $$po \
	  --locale $$(basename $$(dirname $$(dirname $$po))) || exit 1; done
	@$(MAKE) --no-print-directory $(CATALOGUES:.po=.mo)

locale-check: $(TEMPLATE)
	@for po in $(CATALOGUES); do $(PYBABEL) update $(UPDATE) --check --output-file $$po \
	  --locale $$(basename $$(dirname $$(dirname $$po))) || { echo "Run make locale." >&2; exit 1; }; done

PYBABEL := $(VENV)/bin/pybabel --quiet
UPDATE   = --input-file $(TEMPLATE) --domain pos_companion --ignore-pot-creation-date --no-fuzzy-matching

.PHONY: $(TEMPLATE)
$(TEMPLATE): $(VENV)/dev.stamp
	@mkdir -p $(@D)
	@$(PYBABEL) extract --mapping-file pyproject.toml --keyword N_ --keyword Phrase:1,3,3t --keyword Phrase:1,3,4t --add-comments "Translators:" \
	  --add-location file --sort-by-file --project "POS Companion" --output-file $@ .

%.mo: %.po
	@$(PYBABEL) compile --input-file $< --output-file $@

# The virtual environment: made once, brought up to date when a lock has changed.

machine: $(PYTHON)
	@$(PYTHON) tools/prepare_machine.py

$(PYTHON):
	@for python in $(BASE_PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    $$python tools/prepare_machine.py || exit 1; \
	    echo "Making $(VENV) with $$($$python --version)"; \
	    exec $$python -m venv --clear $(VENV); \
	  fi; \
	done; echo "Python 3.11 or newer is needed, and was not found." >&2; exit 1

INSTALL = echo "Installing what $< pins (once)"; \
  $(PYTHON) -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --requirement $< \
  && touch $@

$(VENV)/run.stamp: requirements.lock | $(PYTHON)
	@$(INSTALL)

$(VENV)/dev.stamp: requirements-dev.lock | $(PYTHON)
	@$(INSTALL)

$(VENV)/bench.stamp: requirements-bench.lock | $(PYTHON)
	@$(INSTALL)

# Each lock is the one before and a little more, so that they never disagree about a version.

COMPILE = $(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11 \
  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --upgrade

locks:
	$(COMPILE) pyproject.toml --output-file requirements.lock
	$(COMPILE) pyproject.toml --extra dev --constraint requirements.lock \
	  --output-file requirements-dev.lock
	$(COMPILE) pyproject.toml --extra dev --extra bench --constraint requirements-dev.lock \
	  --output-file requirements-bench.lock
	$(PYTHON) tools/write_sbom.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f resources/locale/*/LC_MESSAGES/*.mo
