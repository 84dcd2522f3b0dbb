#!/bin/sh
# Create the virtual environment named by the first argument with the first Python on PATH that is new enough.
set -eu
target=$1
for name in python3 python3.13 python3.12 python3.11 python3.14 python; do
  # Run it rather than ask for its version: a name on PATH may be a stand-in with nothing behind it.
  if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    if "$name" -m venv "$target" >/dev/null 2>&1; then
      exit 0
    fi
    rm -rf "$target"
    echo "Python ($name) cannot create a virtual environment: install its venv module (Debian and Ubuntu: python3-venv)." >&2
    echo "Python（$name）无法创建虚拟环境：请安装 venv 模块（Debian、Ubuntu 上为 python3-venv）。" >&2
    exit 1
  fi
done
echo "No Python 3.11 or newer on PATH: install it, then run the command again." >&2
echo "PATH 中没有 Python 3.11 或更新的版本：请安装后重试。" >&2
exit 1
