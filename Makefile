# `make demo` and `make test` do all the set-up themselves; `make` alone lists what there is.
PYTHON ?= python3
PORT ?= 8123
AGREEMENT ?= sefton-2022
RUN = .venv/bin/

.PHONY: help demo test quick check fix lock bench crash fuzz

help:  ## list these commands
	@grep -E '^[.a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

.venv: requirements-dev.txt  ## make the virtual environment, from the lock file with hashes
	@test ! -L .venv || { echo "Your .venv is a link to another folder, and making it anew would empty that one. Take the link away (rm .venv), then run make again."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Accord needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv --clear .venv || { rm -rf .venv; echo "Python could not make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(RUN)pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt || { rm -rf .venv; exit 1; }
	@touch .venv

demo: .venv  ## run the practice workspace: make demo PORT=8123 AGREEMENT=sefton-2022
	@exec $(RUN)python -m bot demo --port $(PORT) --agreement $(AGREEMENT)

test quick: export PYTHONDONTWRITEBYTECODE =  # some fifty processes import the same files: compiled once, for all
PYTEST = $(RUN)pytest -n 2 --dist worksteal --durations=25

test: check  ## everything that must hold: check, then all tests
	$(PYTEST)

quick: .venv  ## the tests of rules and storage alone, in a minute
	$(PYTEST) tests/rules tests/storage

check: .venv  ## lint, format, types, floors
	$(RUN)ruff check .
	$(RUN)ruff format --check .
	$(RUN)mypy
	$(RUN)lint-imports

fix: .venv  ## let the linter mend what it can
	$(RUN)ruff check --fix .
	$(RUN)ruff format .

bench: .venv  ## measure speed, as ratios in one run; also written to .bench.json
	@$(RUN)python -m tests.bench $(BENCH)

crash: .venv  ## kill the program again and again, and look whether all is as it must be: make crash N=1000 DATABASE=postgresql
	$(RUN)python -m tests.crash --kills $(or $(N),1000) --database $(or $(DATABASE),sqlite)

fuzz: .venv  ## look at small PDFs that were changed at random, in a process of their own: make fuzz N=100000
	$(RUN)python -m tests.fuzz $(or $(N),100000) --first $(or $(FIRST),0)

lock: .venv  ## renew the lock files from pyproject.toml
	$(RUN)uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --upgrade pyproject.toml -o requirements.txt
	$(RUN)uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --upgrade --group dev pyproject.toml -o requirements-dev.txt

