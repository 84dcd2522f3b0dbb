"""The templates' environment, with the words of the interface set in when a template is compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, nodes
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2.environment import TemplateModule

# Functions whose answer depends on nothing but their arguments and the language.
FIXED = ("t", "say", "url", "asset")


class _Fixed(NodeTransformer):
    """Puts the answer where a template asks a fixed function with plain arguments."""

    def __init__(self, functions: Mapping[str, Callable[..., Any]]) -> None:
        self._functions = functions

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - the name Jinja calls
        asked = self._functions.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        arguments = [each.value for each in node.args if isinstance(each, nodes.Const)]
        plain = len(arguments) == len(node.args) and not (
            node.kwargs or node.dyn_args or node.dyn_kwargs
        )
        if asked is None or not plain:
            return self.generic_visit(node)
        return nodes.Const(asked(*arguments), lineno=node.lineno)


class _Direct(Context):
    """Calls what a template calls; none of it asks for the context of the call."""

    def call(
        self,
        function: Callable[..., Any],
        /,
        *args: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **kwargs: Any,
    ) -> Any:
        """Call a function or macro."""
        del _loop_vars, _block_vars
        return function(*args, **kwargs)


class _Shared(Template):
    """A template whose macros are made once for all pages that import them.

    Jinja looks at every import whether the importing page brings globals that the macros have not
    seen. Here all templates have the same globals.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        del ctx
        return super()._get_default_module()


class Templates(Environment):
    """Jinja environment of one language: everything is escaped, nothing may be undefined.

    A template asks for the same words on every page. They are looked up once, when it is compiled,
    and stand in the compiled template as text.
    """

    template_class = _Shared
    context_class = _Direct

    def __init__(self, functions: Mapping[str, Callable[..., Any]]) -> None:
        """Prepare the environment.

        Args:
            functions: What templates may call, by the name used there.
        """
        super().__init__(
            loader=PackageLoader("bps.render", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._fixed = _Fixed({name: functions[name] for name in FIXED})
        self.globals.update(functions)

    def make_globals(self, d: Any) -> Any:
        """All templates have the globals of the environment and no others."""
        del d
        return self.globals

    def _parse(self, source: str, name: str | None, filename: str | None) -> Any:
        return self._fixed.visit(super()._parse(source, name, filename))
