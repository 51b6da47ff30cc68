# OnJob. `make` alone lists what there is.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory --no-builtin-rules
# Whatever the shell says: the tests start hundreds of processes, each of which would compile everything again.
export PYTHONDONTWRITEBYTECODE :=

PYTHON ?= python3
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py

# As settings.py reads them: the command line or the environment, else .env, else the default.
setting = $(or $($1),$(shell sed -n 's/^$1=["'\'']\{0,1\}\([^"'\'' ]*\).*/\1/p' .env 2>/dev/null),$2)
export HOST := $(call setting,HOST,127.0.0.1)
export PORT := $(call setting,PORT,8000)
WORKERS := $(if $(filter 1,$(shell getconf _NPROCESSORS_ONLN)),1,2)

# --- Run ---------------------------------------------------------------------------------------------------
.PHONY: run dev data port-is-free
run: export DEBUG := False
dev: export DEBUG := True
run: .make/run .env port-is-free staticfiles/staticfiles.json data  ## Install what is missing, load the catalogue, serve on HOST:PORT (127.0.0.1:8000)
	@echo "OnJob is at http://$(HOST):$(PORT)/"
	@exec $(BIN)/granian onjob.wsgi:application --interface wsgi --no-ws --host "$(HOST)" --port "$(PORT)" \
	  --workers $(WORKERS) --blocking-threads 1 --respawn-failed-workers --log-level warning

dev: .make/dev .env port-is-free data  ## The same with DEBUG on, reloading when a file changes
	@$(MANAGE) runserver "$(HOST):$(PORT)"

data:
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_catalogue
	@$(MANAGE) close_jobs
	@$(MANAGE) weigh_jobs
	@$(MANAGE) judge_pairs --if-changed
	@$(MANAGE) export_dataset
	@$(MANAGE) note_changes

.PHONY: demo
demo: .make/run .env data  ## Openings of invented companies, marked as samples; again to bring their dates up to today
	@$(MANAGE) load_demo
	@$(MANAGE) weigh_jobs
	@$(MANAGE) note_changes

define BIND
import socket, sys
host, port = sys.argv[1:]
try:
    socket.create_server((host, int(port)), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
except (OSError, OverflowError, ValueError) as error:
    reason = str(error).partition(" (while")[0]
    sys.exit(f"Can't serve on {host}:{port}: {reason}. Another port: make run PORT=8001")
endef
export BIND
port-is-free: | $(BIN)/pip
	@$(BIN)/python -c "$$BIND" "$(HOST)" "$(PORT)"

# --- Test --------------------------------------------------------------------------------------------------
# A developer's .env doesn't change what is tested.
PYTEST := DEBUG=False BEHIND_PROXY=False SITE_NAME=OnJob SITE_URL=http://127.0.0.1:8000 \
  ALLOWED_HOSTS=127.0.0.1,localhost LOG_LEVEL=INFO CACHE_URL= EMAIL_FROM=noreply@example.org $(BIN)/python -m pytest --quiet

.PHONY: test test-all test-sqlite test-postgres test-browser
test: test-sqlite test-postgres test-browser  ## Everything on SQLite, on PostgreSQL and in a real browser

test-all: test .make/dev .env staticfiles/staticfiles.json  ## The same, and every single page of the real catalogue
	@echo "--- Every page"
	@DATABASE_URL="sqlite:///$(CURDIR)/db.sqlite3" $(PYTEST) -m everything --numprocesses auto --dist worksteal --durations 3

test-sqlite: .make/dev .env staticfiles/staticfiles.json  ## The suite on SQLite
	@echo "--- SQLite"
	@DATABASE_URL="sqlite:///$(CURDIR)/db.sqlite3" $(PYTEST) --numprocesses auto --dist worksteal

# Only what can touch a database: the rest was the same on SQLite.
test-postgres: .make/dev .env staticfiles/staticfiles.json  ## What touches the database, on TEST_DATABASE_URL, or on a throw-away PostgreSQL
	@echo "--- PostgreSQL"
	@$(BIN)/python tests/with_postgres.py env $(PYTEST) -m "database and not browser and not everything" --numprocesses auto --dist worksteal

test-browser: .make/dev .env  ## What `make run` serves, in a real Chromium
	@echo "--- Browser"
	@$(PYTEST) -m browser tests/browser --numprocesses $(WORKERS)

# --- Measure -----------------------------------------------------------------------------------------------
# Needs wrk and nginx; asks nothing of other machines. QUICK=1: two minutes, and docs/benchmarks.md stays as it is.
.PHONY: bench
bench: .make/dev .env staticfiles/staticfiles.json  ## How fast the site is against what this machine can do
	@$(BIN)/python -m bench $(if $(QUICK),--quick)
	@$(BIN)/python -m bench.jobs $(if $(QUICK),--quick)
	@$(BIN)/python -m bench.imports $(if $(QUICK),--quick)
	@$(BIN)/python -m bench.fit $(if $(QUICK),--quick)

# --- Check -------------------------------------------------------------------------------------------------
# Settings as on a public server, and no database.
PRODUCTION := DEBUG=False SITE_URL=https://onjob.example DATABASE_URL=sqlite://:memory: EMAIL_URL=smtp://localhost \
  SECRET_KEY=$(shell od -An -N40 -tx1 /dev/urandom | tr -d ' \n')
PROSE := accounts comparisons fixtures jobs onjob pages profiles roles templates *.md NOTICE
TEMPLATES = $(shell find templates -name '*.html')

.PHONY: check format lock
check: .make/dev .env  ## Format, lint, prose, imports, types, migrations, settings, lock files
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/djade --check --target-version 5.2 $(TEMPLATES)
	@$(BIN)/djhtml --check --tabwidth 2 $(TEMPLATES)
	@$(BIN)/codespell $(PROSE)
	@$(PYTEST) tests/test_guides.py
	@$(BIN)/lint-imports --no-cache >.make/imports.txt || { cat .make/imports.txt; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(PRODUCTION) $(MANAGE) makemigrations --check --dry-run
	@$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING
	@! grep -n '://' requirements*.txt || { echo "A lock file names a registry: make lock"; exit 1; }

format: .make/dev  ## Put code and templates into shape
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .
	@$(BIN)/djade --target-version 5.2 $(TEMPLATES) ; $(BIN)/djhtml --tabwidth 2 $(TEMPLATES)

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-header $(if $(UPGRADE),--upgrade)
lock: .make/dev  ## Write the lock files after a change of pyproject.toml (UPGRADE=1: newest versions)
	@$(LOCK) --output-file requirements.txt pyproject.toml
	@$(LOCK) --constraint requirements.txt --group dev --output-file requirements-dev.txt pyproject.toml

# --- Made when missing or out of date -----------------------------------------------------------------------
INSTALL := $(BIN)/pip install -qq --disable-pip-version-check --require-hashes --requirement

.make/run: requirements.txt $(BIN)/pip
	@echo "Installing $< ..."
	@$(INSTALL) $<
	@mkdir -p $(@D) && touch $@

.make/dev: requirements-dev.txt $(BIN)/pip
	@echo "Installing $< ..."
	@$(INSTALL) $<
	@mkdir -p $(@D) && touch $@ .make/run

# Compressing takes seconds, so only when something changed (a folder changes when a file in it goes).
staticfiles/staticfiles.json: .make/run onjob/settings.py onjob/static_files.py $(shell find static) | .env
	@DEBUG=False $(MANAGE) collectstatic --noinput --verbosity 0

NEW_ENOUGH := import sys; sys.version_info < (3, 11) and sys.exit("OnJob needs Python 3.11 or newer, \
  but $(PYTHON) is %d.%d. Name another: make PYTHON=python3.12 ..." % sys.version_info[:2])
$(BIN)/pip:
	@$(PYTHON) -c '$(NEW_ENOUGH)'
	@$(PYTHON) -m venv .venv

.env:
	@umask 077 && $(PYTHON) -c 'import secrets; print("SECRET_KEY=" + secrets.token_urlsafe(50))' >$@

.PHONY: help
help:
	@sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{ printf "%-20s%s\n", $$1, $$2 }'
