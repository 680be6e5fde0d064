# The commands of this project. `make help` explains them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= localhost
PORT ?= 8000
export HOST PORT

.DEFAULT_GOAL := help
SIZES ?= 1000 10000

.PHONY: help run test test-postgres test-slow not-on-postgres check bench bench-search screenshots messages lock sbom clean

help:  ## Say what each command does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/site.done  ## Serve the site with demonstration content at http://localhost:8000 (HOST=, PORT=, DEMO_PASSWORD=)
	@DJANGO_SETTINGS_MODULE=localoffer.settings.demo exec $(BIN)/python manage.py run_demo

test: $(VENV)/develop.done  ## Run all tests on SQLite, those in a real browser included (ARGS= for pytest)
	@$(BIN)/python -m tests.browser.install
	@$(BIN)/python -m pytest $(ARGS)

# Left out: what asks no database, or asks it only through Wagtail's and Django's own screens; and what loads the whole
# demonstration, which takes a minute and a half with all its background work.
NOT_ON_POSTGRES := browser test_addresses.py test_architecture.py test_docs.py test_house_rules.py test_network.py \
  blocks directory/test_family_phrases.py easyread home navigation plainlanguage readability settings

test-postgres: $(VENV)/develop.done  ## Run the tests that rest on the database on a real PostgreSQL: DATABASE_URL, or one started here
	@$(BIN)/python -m tests.postgres $(NOT_ON_POSTGRES:%=--ignore=tests/%) $(ARGS)

test-slow: $(VENV)/develop.done  ## Break real servers, upgrade an old database, load the demonstration anew: some minutes, best as root with redis-server
	@$(BIN)/python -m tests.browser.install
	@$(BIN)/python -m pytest -m slow --numprocesses=0 -rs tests/faults tests/upgrade tests/home tests/browser/test_guide.py $(ARGS)

not-on-postgres:  # what `make test-postgres` leaves out, for whoever runs the rest
	@echo $(NOT_ON_POSTGRES:%=tests/%)

check: $(VENV)/develop.done  ## Check style, types, the import rule, settings and migrations
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@DJANGO_SETTINGS_MODULE=localoffer.settings.test $(BIN)/python manage.py check --fail-level WARNING
	@DJANGO_SETTINGS_MODULE=localoffer.settings.test $(BIN)/python manage.py makemigrations --check --dry-run

bench: $(VENV)/develop.done  ## Print queries, time and bytes of each page type against the design's budgets
	@DJANGO_SETTINGS_MODULE=localoffer.settings.test $(BIN)/python -m tests.bench

bench-search: $(VENV)/develop.done  ## Print what searching costs as the directory grows (SIZES="1000 10000", DATABASE_URL)
	@$(BIN)/python -m tests.bench.searching $(SIZES)

screenshots: $(VENV)/develop.done  ## Make the pictures of docs/screenshots anew
	@$(BIN)/python -m tests.browser.install
	@DJANGO_SETTINGS_MODULE=localoffer.settings.test $(BIN)/python -m tests.browser.screenshots

messages: $(VENV)/develop.done  ## Bring the catalogues of other languages up to the code (needs GNU gettext)
	@DJANGO_SETTINGS_MODULE=localoffer.settings.test $(BIN)/python manage.py makemessages --all --no-wrap --no-obsolete \
	  --add-location file --ignore "$(VENV)/*" --ignore "var/*" --ignore "tests/*"
	@DJANGO_SETTINGS_MODULE=localoffer.settings.test $(BIN)/python manage.py compilemessages --ignore "$(VENV)/*"

lock: $(VENV)/develop.done  ## Renew the locked requirements from requirements/*.in
	@for name in site develop s3 sentry; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	    --no-header --no-annotate --no-emit-index-url --no-emit-find-links requirements/$$name.in -o requirements/$$name.txt; \
	done

SBOM ?= var/localoffer.cdx.json
sbom: $(VENV)/develop.done  ## Write the list of dependencies for a release, as CycloneDX JSON (SBOM=)
	@$(BIN)/python requirements/sbom.py $(SBOM)

clean:  ## Remove what the commands made: environment, data, caches
	rm -rf $(VENV) var .pytest_cache .ruff_cache .mypy_cache .import_linter_cache

# --- The environment -------------------------------------------------------------------------
# A file named .done says for which requirements the environment was made.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "This needs Python 3.11 or newer, called $(PYTHON). On Debian or Ubuntu: sudo apt install python3 python3-venv."; \
	  echo "If you have it under another name: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python cannot make a virtual environment. On Debian or Ubuntu: sudo apt install python3-venv"; exit 1; }

$(VENV)/%.done: requirements/%.txt | $(VENV)/bin/python
	@echo "Installing what requirements/$*.txt names …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/$*.txt || { \
	  echo "Some packages could not be installed. Is this machine connected to a Python package index?"; exit 1; }
	@touch $@
