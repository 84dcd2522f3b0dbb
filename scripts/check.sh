#!/bin/sh
# Every gate of the project, in the order of their speed. All of them run; the end says which failed.
set -u
bin=.venv/bin
failed=

gate() {
  name=$1
  shift
  printf '== %s\n' "$name"
  "$@" || failed="$failed\n  $name: $*"
}

gate "format 格式" "$bin/ruff" format --check --quiet .
gate "lint 代码检查" "$bin/ruff" check --quiet .
gate "generated files 生成文件" "$bin/python" -m scripts.generate --check
gate "types 类型" "$bin/mypy"
gate "records 记录" "$bin/bps" check --fail-on warning
gate "tests 测试" "$bin/python" -m pytest
gate "site 网站" "$bin/bps" build

if [ -n "$failed" ]; then
  printf 'Failed 未通过:%b\n' "$failed" >&2
  exit 1
fi
echo "All gates passed. 全部通过。"
