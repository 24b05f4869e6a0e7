"""Any failure as one line in Chinese and an exit status."""

from __future__ import annotations

import re

from search.errors import reason

FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130
OURS = {
    "LibraryError",
    "EmptyLibraryError",
    "EncoderError",
    "StoreError",
    "RefusedError",
    "QueryError",
    "ForbiddenQueryError",
    "ReadingError",
    "UnknownError",
    "InvalidError",
}
"""Errors whose message is written for users; by name, because importing the floors takes a second."""


def told(error: BaseException) -> tuple[int, str]:
    """Return the exit status and the line for an error."""
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED, "已中断"
    name = type(error).__name__
    if getattr(error, "exit_code", None) == WRONG_USAGE:
        return WRONG_USAGE, f"用法不对：{_usage(error)}（加 --help 看用法）"
    line = " ".join(str(error).split())
    if name in OURS:
        return FAILED, f"出错：{line}"
    if isinstance(error, OSError):
        where = f"：{error.filename}" if error.filename else ""
        return FAILED, f"出错：{reason(error)}{where}"
    if isinstance(error, MemoryError):
        return FAILED, "出错：内存不足"
    return FAILED, f"出错：程序内部错误（{name}: {line[:200]}），设 YINZHENG_DEBUG=1 再运行可看到详情"


# How Typer words the mistakes that users make; what stands in no line here is passed on as it is.
WORDINGS = (
    (r"No such command '(.*?)'\. Did you mean (.*)\?", r"没有命令 \1，是不是 \2"),
    (r"No such command '(.*?)'\.?", r"没有命令 \1"),
    (r"Option '(.*?)' requires an argument\.?", r"\1 后面要有值"),
    (r"Option '(.*?)' requires (\d+) arguments\.?", r"\1 后面要有 \2 个值"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", r"多出了 \1，带空格的名称请加引号"),
    (r".*valid integer.*", "须是整数"),
    (r".*'(.*?)' is not one of (.*?)\.?", r"没有“\1”，可用：\2"),
    (r".*greater than or equal to (\d+).*", r"不得小于 \1"),
    (r".*less than or equal to (\d+).*", r"不得大于 \1"),
    (r".*not in the range (\d+)<=x<=(\d+).*", r"须在 \1 到 \2 之间"),
)


def _usage(error: BaseException) -> str:
    """Return a usage error of Typer in Chinese."""
    name = type(error).__name__
    hint = _hint(error)
    message = _reworded(str(getattr(error, "message", "") or ""))
    if name == "MissingParameter":
        return f"缺少 {hint}"
    if name == "NoSuchOption":
        near = getattr(error, "possibilities", None)
        also = f"，是不是 {'、'.join(sorted(near))}" if near else ""
        return f"没有选项 {getattr(error, 'option_name', '')}{also}"
    if name == "BadParameter" and hint:
        return f"{hint}：{message}"
    return message


def _reworded(message: str) -> str:
    line = " ".join(message.split())
    for pattern, chinese in WORDINGS:
        match = re.fullmatch(pattern, line)
        if match:
            return match.expand(chinese).replace("'", "").replace(", ", "、")
    return line


def _hint(error: BaseException) -> str:
    """Return what a usage error is about, as the user types it."""
    stated = getattr(error, "param_hint", None)
    if stated:
        return str(stated)
    param = getattr(error, "param", None)
    options = [option for option in getattr(param, "opts", None) or [] if option.startswith("-")]
    return " / ".join(options) or str(getattr(param, "metavar", None) or getattr(param, "name", None) or "")
