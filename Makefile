# backspasm: `make` alone lists the targets.
PYTHON ?= python3
RUN := .venv
DEV := .venv-dev
TOOLS := .venv-tools
VENV_REMEDY := echo "make: $(PYTHON) cannot make a virtual environment; install it with: apt-get install python3-venv (Python 3.11 or newer)" >&2; exit 2
LOCK := --quiet --generate-hashes --strip-extras --allow-unsafe --no-annotate --no-header --no-emit-options \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --build-deps-for editable

.DEFAULT_GOAL := help
.PHONY: help demo test check validate tools bench release lock clean
.DELETE_ON_ERROR:

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | while IFS='	' read -r name text; do printf '%-8s %s\n' "$$name" "$$text"; done

demo: $(RUN)/ready ## answer three questions from the graph
	@echo "What is said firmly to cause back muscle spasm, and by which claim?"
	@echo
	@$(RUN)/bin/backspasm query --question firm-causes
	@echo
	@echo "How does dehydration lead to it?"
	@echo
	@$(RUN)/bin/backspasm explain dehydration --brief
	@echo
	@echo "What is denied?"
	@echo
	@$(RUN)/bin/backspasm query --question denied

test: $(DEV)/ready tools ## run all tests
	@$(DEV)/bin/python -m pytest --numprocesses auto --dist loadfile

check: $(DEV)/ready tools ## lint, check types and layout, and measure what the tests cover
	@$(DEV)/bin/ruff check .
	@$(DEV)/bin/ruff format --check .
	@$(DEV)/bin/mypy
	@$(DEV)/bin/turtlefmt --check data ontology
	@$(DEV)/bin/coverage run -m pytest -q
	@$(DEV)/bin/coverage report

validate: $(RUN)/ready ## check the data against the shapes
	@$(RUN)/bin/backspasm validate

tools:
	@$(MAKE) --no-print-directory $(TOOLS)/ready || echo "make: the tools that read the views are not installed; their tests are skipped" >&2

bench: $(RUN)/ready $(DEV)/ready ## measure queries against rdflib, and validation against other validators
	@$(RUN)/bin/python scripts/benchmark.py
	@$(DEV)/bin/python scripts/validation_benchmark.py

release: $(RUN)/ready ## write every form of the dataset, with digests, to build/release
	@mkdir -p build
	@$(RUN)/bin/backspasm export --release build/release

lock: $(DEV)/ready ## renew requirements.txt, requirements-dev.txt and those of tests/tools
	@$(DEV)/bin/pip-compile $(LOCK) --upgrade --extra release --extra shifty --extra watch --output-file requirements.txt pyproject.toml
	@$(DEV)/bin/pip-compile $(LOCK) --upgrade --extra dev --output-file requirements-dev.txt pyproject.toml
	@$(DEV)/bin/pip-compile $(filter-out --build-deps-for editable,$(LOCK)) --upgrade --output-file tests/tools/requirements.txt tests/tools/requirements.in

clean: ## remove all that was made
	rm -rf $(RUN) $(DEV) $(TOOLS) build dist tests/node/node_modules .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN)/ready: requirements.txt pyproject.toml
	@$(call environment,$(RUN),requirements.txt)
	@$(call package,$(RUN))
	@touch $@

$(DEV)/ready: requirements-dev.txt pyproject.toml
	@$(call environment,$(DEV),requirements-dev.txt)
	@$(call package,$(DEV))
	@touch $@

# What the tests read the views with; it does not hold the package.
$(TOOLS)/ready: tests/tools/requirements.txt
	@$(call environment,$(TOOLS),$<)
	@touch $@

# Makes an environment from a lock file.
define environment
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(VENV_REMEDY); }
	@rm -rf $(1) && $(PYTHON) -m venv $(1)
	@$(1)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $(2)
endef

# Puts the package into an environment, in place.
define package
	$(1)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
endef
