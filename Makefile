# Needs Python 3.11 or later with venv. Everything is installed into .venv; `make help` lists the targets.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test check evaluate bench torture serve encoder lock audit sbom clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= .demo
# Words for pytest: make test PYTEST="tests/kg -k store"
PYTEST ?= -n 2 --dist loadfile --no-loadscope-reorder
# Where the data is that the encoder is trained on.
ENCODER_DATA ?= ../shared/embedding

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

# What is installed is remembered in stamp files, so that a second `make` installs nothing.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed; name it: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing Yinzheng and what it needs into $(VENV); the first time takes some minutes …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	@echo "Installing Yinzheng and what its tests need into $(VENV); the first time takes some minutes …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# Prints a command as the reader would type it, then runs it.
run = @printf '\n$$ %s\n' '$(1)'; PATH="$(CURDIR)/$(BIN):$$PATH" $(1)

demo: $(VENV)/.installed ## store the sample reports in .demo, ask four questions, follow a year's promises
	@rm -rf .demo
	$(call run,yinzheng ingest corpora/reports --data .demo)
	$(call run,yinzheng ask "微信公众号粉丝历年变化" --media 澜溪 --data .demo)
	$(call run,yinzheng ask "2023年经营收入比2021年增加了多少" --media 澜溪 --data .demo)
	$(call run,yinzheng ask "广播剧守桥人得过哪些奖" --media 澜溪 --data .demo)
	$(call run,yinzheng ask "2024年底全中心一共有多少职工" --media 澜溪 --data .demo)
	$(call run,yinzheng trace --media 澜溪 --year 2021 --data .demo)
	@printf '\n%s\n' \
		'The sample reports are in .demo. What next:' \
		'  make serve                      the same in the browser, at http://127.0.0.1:8321' \
		'  source $(BIN)/activate       then: yinzheng --help'

test: $(VENV)/.installed-dev ## run the tests
	$(BIN)/python -m pytest -q $(PYTEST)

check: $(VENV)/.installed-dev ## lint, formatting, types, the four floors, and what the documents say
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest -q tests/test_project.py

evaluate: $(VENV)/.installed-dev ## hold every answer against the gold, and write benchmarks/accuracy.json
	$(BIN)/python -m benchmarks.evaluate
	$(BIN)/python -m benchmarks.readme

bench: $(VENV)/.installed ## measure speed, and write benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks.speed

torture: $(VENV)/.installed-dev ## kill writers, fill disks, read while reports change (15 minutes)
	$(BIN)/python -m benchmarks.torture

serve: $(VENV)/.installed ## the workbench in the browser and the HTTP API, on this machine (DATA=.demo)
	@test -e $(DATA)/CURRENT || $(BIN)/yinzheng ingest corpora/reports --data $(DATA)
	$(BIN)/yinzheng serve --data $(DATA)

encoder: $(VENV)/.installed-dev ## train the embedded encoder anew into search/model (ENCODER_DATA=folder)
	$(BIN)/python -m search.training --data $(ENCODER_DATA)

# What is needed to release: see docs/releasing.md. torch stands in a lock of its own, for it comes in several builds.
$(VENV)/.installed-release: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[release]'
	@touch $@ $(VENV)/.installed

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-annotate --custom-compile-command "make lock"

lock: $(VENV)/.installed-release ## pin every package with its digests, in requirements.lock and torch.lock
	$(LOCK) --upgrade pyproject.toml --override <(echo "torch ; python_version < '3'") --output-file requirements.lock
	grep -o 'torch>=[^"]*' pyproject.toml | $(LOCK) --upgrade - --constraints requirements.lock --output-file torch.lock

audit: $(VENV)/.installed-release ## ask the index for known weaknesses of what is locked (needs internet)
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --requirement requirements.lock --requirement torch.lock

sbom: $(VENV)/.installed-release ## list all that a release needs, in dist/sbom.json (CycloneDX)
	@mkdir -p dist
	cat requirements.lock torch.lock | $(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --mc-type application \
		--output-reproducible --output-file dist/sbom.json -

clean: ## remove the demo library and the tools' caches; .venv and ./data stay
	rm -rf .demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
