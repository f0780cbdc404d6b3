# The ways to use the project; `make` alone lists them.

PYTHON ?= python3
VENV ?= .venv
STUDY ?=
LAB_OPTIONS ?=
BENCH_OPTIONS ?=
MINIMUM := 3.11

comma := ,
space := $(subst ,, )
STAMP := $(subst $(space),\ ,$(VENV))/.installed
DEV_STAMP := $(STAMP)-dev
LOCKING := uv pip compile --quiet --universal --python-version $(MINIMUM) --generate-hashes --no-emit-index-url \
  --no-annotate --no-header
BIN := $(VENV)/bin/python
NEW_ENOUGH := import sys; sys.exit(sys.version_info < ($(subst .,$(comma) ,$(MINIMUM))))
USABLE := import pip; $(NEW_ENOUGH)
PIP := -m pip --disable-pip-version-check --no-input --quiet install

.DEFAULT_GOAL := help
.PHONY: help environment run test lab lint bench lock clean

help: ## this list
	@echo 'make TARGET, where TARGET is one of:'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' Makefile
	@echo 'Variables: PYTHON (python3), VENV (.venv), STUDY (run: a study folder), LAB_OPTIONS, BENCH_OPTIONS (passed on).'

environment: $(STAMP) ## make or mend the Python environment, which every other target does by itself

run: $(STAMP) ## run the notebooks; write figures and report (the default study, or STUDY=folder)
	@"$(BIN)" -m analysis run $(if $(STUDY),"$(STUDY)")

test: $(DEV_STAMP) ## check the code and run every test
	@"$(BIN)" -m ruff check .
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || [ -x /usr/bin/chromium ] || \
	  echo 'Chromium is not installed, so the browser tests are skipped. On Debian: apt-get install chromium'
	@"$(BIN)" -m pytest

# The server's root is the project, so that seeds/ can be edited beside the notebooks.
lab: $(STAMP) ## open JupyterLab on the notebooks, for this computer only
	@"$(BIN)" -m jupyterlab --ServerApp.ip=127.0.0.1 --ServerApp.root_dir=. \
	  --LabApp.default_url=/lab/tree/notebooks $(LAB_OPTIONS)

lint: $(DEV_STAMP) ## check the code and its formatting
	@"$(BIN)" -m ruff check .
	@"$(BIN)" -m ruff format --check .

bench: $(STAMP) ## time the corpus engine beside other tools (installs them in environments of their own)
	@"$(BIN)" benchmarks/beside.py --install $(BENCH_OPTIONS)

lock: ## remake requirements.lock and requirements-dev.lock from pyproject.toml (needs uv)
	@command -v uv >/dev/null || { echo 'make lock needs uv: pip install uv' >&2; exit 1; }
	@$(LOCKING) --extra build pyproject.toml -o requirements.lock
	@$(LOCKING) --all-extras --constraint requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## remove the environment and the caches; texts, codings and figures stay
	@[ ! -f "$(VENV)/pyvenv.cfg" ] || rm -rf "$(VENV)"
	@rm -rf .pytest_cache .ruff_cache .hypothesis dist
	@find analysis benchmarks notebooks tests \( -name __pycache__ -o -name .ipynb_checkpoints \) \
	  -prune -exec rm -rf {} + 2>/dev/null || true

# `.installing` marks an install under way: where it is found, the install was interrupted and starts from nothing.
# It becomes the stamp `.installed` in the last step.
$(STAMP): requirements.lock pyproject.toml
	@set -e; venv="$(VENV)"; \
	if [ -e "$$venv/.installing" ] || ! "$$venv/bin/python" -c '$(USABLE)' 2>/dev/null; then \
	  "$(PYTHON)" -c '$(NEW_ENOUGH)' 2>/dev/null || { \
	    echo 'Python $(MINIMUM) or newer is needed, and "$(PYTHON)" is not: make PYTHON=/path/to/python3' >&2; exit 1; }; \
	  [ -e "$$venv/pyvenv.cfg" ] || [ -e "$$venv/.installing" ] || [ -z "$$(ls -A "$$venv" 2>/dev/null)" ] || { \
	    echo "$$venv is not a Python environment; name another folder: make VENV=folder" >&2; exit 1; }; \
	  echo "Making the environment in $$venv (once, some minutes)"; \
	  mkdir -p "$$venv"; touch "$$venv/.installing"; \
	  find -H "$$venv" -mindepth 1 ! -path "$$venv/.installing" -delete; \
	  "$(PYTHON)" -m venv "$$venv"; \
	else \
	  echo "Bringing the environment in $$venv up to date"; \
	fi; \
	touch "$$venv/.installing"; rm -f "$$venv/.installed"; \
	"$(BIN)" $(PIP) --require-hashes -r requirements.lock; \
	"$(BIN)" $(PIP) --no-deps --no-build-isolation -e .; \
	touch "$$venv/.installing"; mv "$$venv/.installing" "$$venv/.installed"

# What the tests need beside; only `make test` and `make lint` install it.
$(DEV_STAMP): requirements-dev.lock $(STAMP)
	@echo "Adding what the tests need to $(VENV)"
	@"$(BIN)" $(PIP) --require-hashes -r requirements-dev.lock
	@touch "$(VENV)/.installed-dev"
