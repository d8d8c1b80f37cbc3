# Messages are in Dutch: whoever types `make start` is the one who reads them.
# Kept within GNU make 3.81 and POSIX sh, which is what macOS has.

VENV := .venv
PY := $(VENV)/bin/python
UV := $(PY) -m uv
CODE := $(wildcard app.py bot dialogs knowledge tests)

# What pytest gets from `make test`; one process per core unless told otherwise.
PYTEST_ARGS ?= -n auto
# What `make lock` gives to uv, for instance ARGS=--upgrade or ARGS='--upgrade-package aiohttp'.
ARGS ?=
# How long `make soak` may take, more or less; ARGS names files or tests to run only those.
SOAK_MINUTEN ?= 30
# From which commit `make snel` looks for changes; empty: from where this branch began.
SINDS ?=

.DEFAULT_GOAL := help
.PHONY: help start chat test snel soak format lock gespreksdekking bench zoekcijfers taalcijfers bewakercijfers mutation tekeningen browser venv clean FORCE

help: ## Toont dit overzicht
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

start: $(VENV)/.run ## Opent Weegwijzer in de browser (installeert eerst wat nodig is)
	@$(PY) app.py start

chat: $(VENV)/.run ## Begint een gesprek in de terminal
	@$(PY) app.py chat

test: $(VENV)/.dev browser ## Draait alle controles: opmaak, lint, types, lagen en tests
	@$(PY) -m ruff format --check --quiet . || { echo "De opmaak klopt niet: 'make format' herstelt dat."; exit 1; }
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy --strict $(CODE)
	@$(VENV)/bin/lint-imports --no-cache --no-logo
	@$(PY) app.py kennis controleer
	@$(PY) -m pytest $(PYTEST_ARGS)

snel: $(VENV)/.dev ## Controleert binnen een minuut wat dicht bij je wijziging staat
	@$(PY) -m ruff format --check --quiet . && $(PY) -m tests.teksten.lijsten || \
		{ echo "De opmaak klopt niet: 'make format' herstelt dat."; exit 1; }
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy --strict $(CODE)
	@$(VENV)/bin/lint-imports --no-logo
	@$(PY) -m tests.snel $(SINDS)

soak: $(VENV)/.dev ## Valt Weegwijzer een halfuur aan en geeft de cijfers (SOAK_MINUTEN=5: korter)
	@SOAK_MINUTEN=$(SOAK_MINUTEN) $(PY) -m tests.aanval $(ARGS)

format: $(VENV)/.dev ## Zet de code in de vaste opmaak
	@$(PY) -m ruff check --quiet --fix-only .
	@$(PY) -m ruff format .
	@$(PY) -m tests.teksten.lijsten --herstel

bewakercijfers: $(VENV)/.dev ## Meet hoe vaak de bewaker vindt wat hij moet vinden
	@$(PY) -m tests.privacy

gespreksdekking: $(VENV)/.dev ## Zegt welke vragen en antwoorden de tests van het gesprek bereiken
	@$(PY) -m tests.gespreksdekking

bench: $(VENV)/.dev ## Meet de snelheid (tests/benchmarks)
	@$(PY) -m tests.benchmarks

zoekcijfers: $(VENV)/.dev ## Meet hoe vaak opzoeken het goede vindt (tests/zoekvragen)
	@$(PY) -m tests.zoekvragen

taalcijfers: $(VENV)/.dev ## Meet hoe goed Nederlands gelezen wordt (tests/taal)
	@$(PY) -m tests.taal

# Both, also when the first has something to report.
mutation: $(VENV)/.mutatie ## Zoekt fouten in de regels die geen test merkt (docs/mutaties.md)
	@$(PY) -m tests.mutatie; regels=$$?; \
	$(VENV)/bin/mutmut run && $(VENV)/bin/mutmut results; exit $$regels

tekeningen: $(VENV)/.dev ## Maakt de tekeningen in docs/ opnieuw
	@$(PY) app.py kennis tekeningen

venv: $(VENV)/.dev ## Installeert alles voor ontwikkelaars in .venv
	@:

# dev is solved within the versions of the first lock, so that the two can be installed together.
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock' $(ARGS)
lock: $(VENV)/.uv ## Legt de versies uit pyproject.toml opnieuw vast
	@$(COMPILE) pyproject.toml --output-file requirements.lock
	@$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock
	@$(COMPILE) --group mutatie --constraint requirements.lock --constraint requirements-dev.lock \
		--output-file requirements-mutatie.lock
	@$(COMPILE) --group installer --output-file requirements-installer.lock

clean: ## Ruimt op wat gemaakt is: .venv, caches en meetresultaten
	@rm -rf $(VENV) .schermen mutants .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The page of the web chat is tested in a real browser. Where there is none and none can be
# installed, those tests are skipped, which only CI takes for a failure.
APT_BROWSER = [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	echo "Chromium wordt geïnstalleerd, voor de tests in de browser." && \
	{ apt-get update && apt-get install --yes --no-install-recommends chromium; } >/dev/null 2>&1
browser: $(VENV)/.dev
	@$(PY) -m tests.web.browser || { $(APT_BROWSER); } || true

FORCE:

# --- .venv ---------------------------------------------------------------------------------
# Stamps: .uv (there is a .venv with uv in it), .run (what running needs), .dev (all of it),
# .mutatie (mutmut besides).

# A .venv whose interpreter is gone (Python was upgraded) is made anew.
ifneq ($(shell $(PY) -c 'print(1)' 2>/dev/null),1)
$(VENV)/.uv: FORCE
endif

# Takes `python3`, or else the newest of its siblings that is new enough.
FIND_PYTHON = for kandidaat in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$kandidaat -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then python=$$kandidaat; break; fi; done; \
	if [ -z "$$python" ]; then \
	echo "Weegwijzer heeft Python 3.11 of nieuwer nodig; hier staat $$(python3 --version 2>/dev/null || echo geen python3)." >&2; \
	exit 1; fi

# First through the machine's own pip, which is quickest and needs no ensurepip (Debian leaves
# that out); then through ensurepip; then through ensurepip after installing it.
INSTALL_UV = install --quiet --disable-pip-version-check --no-input --require-hashes \
	--requirement requirements-installer.lock
WITH_OWN_PIP = { $$python -m venv --clear --without-pip $(VENV) && \
	$$python -m pip --python $(PY) $(INSTALL_UV); } >/dev/null 2>&1
WITH_ENSUREPIP = $$python -m venv --clear $(VENV) >/dev/null 2>&1 && $(PY) -m pip $(INSTALL_UV)
APT_VENV = ! $$python -c 'import ensurepip' 2>/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	{ apt-get update && apt-get install --yes python3-venv; } >/dev/null 2>&1

$(VENV)/.uv: requirements-installer.lock
	@$(FIND_PYTHON); \
	echo "Weegwijzer wordt klaargezet (eenmalig; meestal minder dan een minuut)."; \
	$(WITH_OWN_PIP) || { $(WITH_ENSUREPIP); } || { $(APT_VENV) && $(WITH_ENSUREPIP); } || { \
	echo "Het klaarzetten lukte niet. Nodig zijn internet en pip of venv (Debian en Ubuntu: apt install python3-venv)." >&2; \
	exit 1; }
	@touch $@

SYNC = $(UV) pip sync --quiet --compile-bytecode --require-hashes --python $(PY)

# An existing developers' .venv stays one: syncing only what running needs would take out the rest.
$(VENV)/.run: $(VENV)/.uv requirements.lock
	@if [ -e $@ ]; then echo "Weegwijzer wordt bijgewerkt."; fi
	@if [ -e $(VENV)/.dev ]; then $(SYNC) requirements.lock requirements-dev.lock && touch $(VENV)/.dev; \
	else $(SYNC) requirements.lock; fi
	@touch $@

$(VENV)/.dev: $(VENV)/.uv requirements.lock requirements-dev.lock
	@$(SYNC) requirements.lock requirements-dev.lock
	@touch $(VENV)/.run $@

# On top of the rest: syncing .dev takes it out again, and then this is older than .dev.
$(VENV)/.mutatie: $(VENV)/.dev requirements-mutatie.lock
	@$(UV) pip install --quiet --require-hashes --python $(PY) --requirement requirements-mutatie.lock
	@touch $@
