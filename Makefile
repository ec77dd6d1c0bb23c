# The ways into fsdesk. `make help` lists them; README.md says what to expect.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

VENV := .venv
BIN := $(VENV)/bin
FSDESK := $(BIN)/fsdesk
PYTEST := $(BIN)/pytest
# How many tests at a time: one for each core, unless you say otherwise (JOBS=0 is none beside the other).
JOBS := auto

# A demo never overwrites an earlier one: each call gets a folder of its own, unless you name one.
ifndef DEMO_DIR
DEMO_DIR := build/demo/$(shell date +%Y-%m-%d-%H%M%S)
endif

# An environment that was made in another folder does not work here: then both marks count as stale.
ifneq ($(shell cat $(VENV)/made-in 2>/dev/null),$(shell pwd -P))
MOVED := moved
endif

.PHONY: help demo run test test-long check format bench handbook screenshots venv test-venv lock clean moved

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{ printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: venv ## the main job on the sample families, no window (DEMO_DIR=folder to choose where)
	@$(FSDESK) demo $(DEMO_DIR)

run: demo ## the same, then the window over the demo's two stores
	@installer/system-packages.sh window
	@FSDESK_HOME=$(abspath $(DEMO_DIR)) $(FSDESK)

test: test-venv ## the whole test suite, offscreen (ARGS="-k words" for a part)
	@installer/system-packages.sh window test
	@$(PYTEST) --numprocesses $(JOBS) $(ARGS)

test-long: test-venv ## the suite with many more generated examples and the long journeys
	@installer/system-packages.sh window test
	@$(PYTEST) --long --numprocesses $(JOBS) $(ARGS)

check: test-venv ## style, types and directions of imports
	@$(BIN)/ruff check --output-format concise .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: test-venv ## put the code into its usual form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: venv ## the benchmarks, each beside its floor (ARGS="names" for some of them)
	@installer/system-packages.sh window
	@$(FSDESK) bench $(ARGS)

handbook: test-venv ## the handbook's pages about rules, made from the rules
	@$(BIN)/python -m tests.handbook.write

screenshots: test-venv ## pictures of every screen, into build/screenshots
	@installer/system-packages.sh window test
	@$(BIN)/python -m tests.screenshots

venv: $(VENV)/ready ## .venv with what the program needs, nothing else

test-venv: $(VENV)/ready-for-tests

lock: ## write the lock files anew from pyproject.toml (UPGRADE=--upgrade for newer versions)
	@installer/lock.sh

clean: ## remove what these commands made, the environment included
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find fsdesk tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/ready: requirements.lock pyproject.toml installer/venv.sh $(MOVED)
	@PYTHON="$(PYTHON)" sh installer/venv.sh requirements.lock
	@touch $@

$(VENV)/ready-for-tests: requirements-test.lock $(VENV)/ready
	@PYTHON="$(PYTHON)" sh installer/venv.sh requirements-test.lock
	@touch $@

moved:
