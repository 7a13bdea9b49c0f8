# `make workshop` and `make test` do their own set-up, on a fresh machine too.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

BIN := .venv/bin
WORKSHOP ?=
OPTIONS ?=
# An editable install copies the shared files, so a change in them asks for a new install.
INSTALLED := pyproject.toml $(shell find jupyter-config share -type f 2>/dev/null)
# The workshops first: they open the session that the projector's page shows.
NOTEBOOKS = $(shell find notebooks workshops -name '*.ipynb' -not -path '*/.*' 2>/dev/null | sort -r)
FRONTEND := verkostotyokalut/widgets/frontend
LEADER_JS := $(wildcard $(FRONTEND)/leader/*.js $(FRONTEND)/leader/*/*.js)
# Tests that run side by side; pages wait more than they work.
JOBS ?= 2
PAGES ?= 3
LOCK_PYTHON ?= $(subst -,,$(shell cat binder/runtime.txt))

.PHONY: help workshop test bench venv system lint types arrows frontend pairs unit postgres \
	notebooks browser hub binder pipx format messages vendor lock

help: ## what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 12

workshop: .venv/.installed ## open the lobby, or a workshop (WORKSHOP=ydinelementit OPTIONS=--lan)
	$(BIN)/verkostotyokalut $(if $(WORKSHOP),open $(WORKSHOP)) $(OPTIONS)

test: system lint types arrows frontend pairs unit postgres notebooks browser hub ## check everything

bench: .venv/.installed-test ## measure speed, size and memory
	$(BIN)/python -m benchmarks

venv: .venv/.installed-test ## the environment that the checks use

# Set-up

$(BIN)/python:
	python="$$(.ci/python)" && "$$python" -m venv .venv

.venv/.installed: $(INSTALLED) | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/.installed-test: $(INSTALLED) | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch .venv/.installed $@

node_modules/.installed: package-lock.json
	npm ci --no-audit --no-fund
	touch $@

system: ## Debian packages that the checks need: installs those that are missing
	.ci/system

# Checks, in the order of `make test`

lint: .venv/.installed-test ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.installed-test ## mypy
	$(BIN)/mypy --strict verkostotyokalut

arrows: .venv/.installed-test ## who may import whom
	$(BIN)/lint-imports

frontend: node_modules/.installed ## tsc, and the front end's unit tests
	npx --no-install tsc -p .
	node --test $$(find tests/frontend -name '*.test.js' -o -name '*.test.mjs')

pairs: .venv/.installed-test ## notebooks carry no outputs and agree with their .py
	$(BIN)/python .ci/pairs.py $(NOTEBOOKS)
	$(BIN)/nbstripout --keep-id --verify $(NOTEBOOKS)

unit: .venv/.installed-test ## pytest without a browser
	$(BIN)/pytest -n $(JOBS) tests $(addprefix --ignore=tests/,binder browser hub many notebooks pipx)

postgres: .venv/.installed-test ## the store, and several servers, on a throwaway PostgreSQL
	pg_virtualenv -t -c '--locale=C.UTF-8 --encoding=UTF8' bash -c ' \
	    export VERKOSTO_TEST_DATABASE_URL="postgresql+psycopg://$$PGUSER:$$PGPASSWORD@$$PGHOST:$$PGPORT/$$PGDATABASE"; \
	    $(BIN)/pytest tests/live -k postgresql'
	$(BIN)/pytest tests/many

notebooks: .venv/.installed-test ## nbval runs every notebook
	folder="$$(mktemp -d)"; trap 'rm -rf "$$folder"' EXIT; \
	    VERKOSTO_DATABASE_URL="sqlite:///$$folder/verkosto.sqlite" \
	    $(BIN)/pytest --nbval-lax --nbval-current-env $(NOTEBOOKS) $(wildcard tests/notebooks)

browser: .venv/.installed-test ## pages in a real Chromium
	$(BIN)/pytest -n $(PAGES) tests/browser

hub: .venv/.installed-test node_modules/.installed ## a workshop on a real JupyterHub, as on Binder and behind a login
	$(BIN)/pytest tests/hub

binder: .venv/.installed-test ## what Binder builds, in a bare environment, and what opens from it
	$(BIN)/pytest tests/binder

pipx: .venv/.installed-test ## the wheel as pipx and uvx take it, with what it asks for
	$(BIN)/pytest tests/pipx

# Now and then

format: .venv/.installed-test ## lay the code out
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: .venv/.installed-test ## bring the catalogues up to date with the code's texts
	folder="$$(mktemp -d)"; trap 'rm -rf "$$folder"' EXIT; \
	extract() { $(BIN)/pybabel --quiet extract -F babel.cfg -k t -k N_ -o "$$folder/$$1.pot" "$${@:2}"; }; \
	extract verkosto $$(find verkostotyokalut -name '*.py' -o -name '*.html'); \
	extract leader $(LEADER_JS); \
	extract participant $(filter-out $(LEADER_JS),$(shell find $(FRONTEND) -name '*.js' -not -path '*/vendor/*')); \
	for domain in verkosto leader participant; do \
	    $(BIN)/pybabel --quiet update --domain $$domain --input-file "$$folder/$$domain.pot" \
	        --output-dir verkostotyokalut/locales --no-fuzzy-matching --width 100; \
	done

vendor: node_modules/.installed ## take plotly.js from its npm package; after changing its version in package.json
	cp node_modules/plotly.js-basic-dist-min/plotly-basic.min.js $(FRONTEND)/vendor/
	cp node_modules/plotly.js-basic-dist-min/LICENSE $(FRONTEND)/vendor/plotly-basic.LICENSE

lock: ## make binder/requirements.txt anew (LOCK_PYTHON=the Python of binder/runtime.txt)
	folder="$$(mktemp -d)"; trap 'rm -rf "$$folder"' EXIT; \
	"$(LOCK_PYTHON)" -m venv "$$folder/venv"; \
	"$$folder/venv/bin/python" -m pip install --quiet .; \
	{ echo "# Made by \`make lock\`: what the package needs, pinned, and then the package itself."; \
	  "$$folder/venv/bin/python" -m pip freeze --exclude verkostotyokalut; \
	  echo .; } > "$$folder/requirements.txt"; \
	cp "$$folder/requirements.txt" binder/requirements.txt
